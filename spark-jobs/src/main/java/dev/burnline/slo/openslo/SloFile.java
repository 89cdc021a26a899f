package dev.burnline.slo.openslo;

import dev.burnline.rollup.Counter;
import dev.burnline.rollup.Counting;
import dev.burnline.slo.KpiThreshold;
import dev.burnline.slo.ServiceScope;
import dev.burnline.slo.Slo;
import dev.burnline.slo.alert.AlertRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The SLOs and thresholds of one or more files, taken together. Immutable and thread-safe; to use
 * it in another process, ship {@link #sources()} and {@link #parse} them there.
 */
public final class SloFile {

  private final List<SloSource> sources;
  private final List<Slo> slos;
  private final Map<String, AlertRules> alertRules;
  private final List<String> services;
  private final Map<String, List<KpiThreshold>> kpisByService;
  private final List<KpiThreshold> kpisOfEveryService;
  private final List<Problem> notices;

  SloFile(
      List<SloSource> sources,
      List<Slo> slos,
      Map<String, AlertRules> alertRules,
      ServiceReader services,
      List<Problem> notices) {
    this.sources = List.copyOf(sources);
    this.slos = List.copyOf(slos);
    this.alertRules = Map.copyOf(alertRules);
    this.kpisByService = Map.copyOf(services.kpisByName());
    this.kpisOfEveryService = List.copyOf(services.kpisOfEvery());
    this.notices = List.copyOf(notices);
    Set<String> names = new LinkedHashSet<>(services.names());
    for (Slo slo : slos) {
      if (slo.services() instanceof ServiceScope.Named named) {
        names.add(named.name());
      }
    }
    this.services = List.copyOf(names);
  }

  /**
   * Reads files, and the {@code *.yaml} and {@code *.yml} files of folders in the order of their
   * names; folders in folders are left out.
   *
   * @throws SloFileException with every problem of all of them; nothing is used then
   */
  public static SloFile read(List<Path> paths) throws SloFileException {
    Findings findings = new Findings();
    List<SloSource> sources = new SourceFiles(findings).read(paths);
    return SloFileParser.parse(sources, findings);
  }

  /**
   * Parses what was read before.
   *
   * @throws SloFileException with every problem of all of them
   */
  public static SloFile parse(List<SloSource> sources) throws SloFileException {
    return SloFileParser.parse(sources, new Findings());
  }

  /** Returns the files as they were read. */
  public List<SloSource> sources() {
    return sources;
  }

  /** Returns all SLOs in the order of the files. */
  public List<Slo> slos() {
    return slos;
  }

  /** Returns the SLOs that hold for the service, in the order of the files. */
  public List<Slo> slosOf(String service) {
    return slos.stream().filter(slo -> slo.services().covers(service)).toList();
  }

  /**
   * Returns what the alert policies of an SLO of this file amount to.
   *
   * @throws IllegalArgumentException for another SLO
   */
  public AlertRules alertRulesOf(Slo slo) {
    AlertRules rules = alertRules.get(slo.name());
    if (rules == null) {
      throw new IllegalArgumentException(
          "no SLO of these files is named '%s'".formatted(slo.name()));
    }
    return rules;
  }

  /**
   * Returns the thresholds of the service's key indicators: those of the Service document of its
   * name, or else those for every service.
   */
  public List<KpiThreshold> kpisOf(String service) {
    return kpisByService.getOrDefault(service, kpisOfEveryService);
  }

  /** Returns the services that the files name: Service documents first, then those of SLOs. */
  public List<String> services() {
    return services;
  }

  /** Returns what a crunch has to count for {@link #slos()}, every key once. */
  public List<Counter> counters() {
    Map<String, Counter> counters = new LinkedHashMap<>();
    slos.stream()
        .flatMap(slo -> Stream.of(slo.total(), slo.good()))
        .forEach(counter -> counters.putIfAbsent(counter.key(), counter));
    return List.copyOf(counters.values());
  }

  /** Returns what a crunch has to count for {@link #slos()}: their counters, causes and groups. */
  public Counting counting() {
    return Counting.of(counters(), slos.stream().map(Slo::measure).toList());
  }

  /**
   * Returns what is no problem and should be known: parts that are not evaluated or have no use.
   */
  public List<Problem> notices() {
    return notices;
  }

  /**
   * Returns the SHA-256 of the files' contents one after the other, in hexadecimal; for a single
   * file what {@code sha256sum} says.
   */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      sources.forEach(source -> digest.update(source.text().getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
