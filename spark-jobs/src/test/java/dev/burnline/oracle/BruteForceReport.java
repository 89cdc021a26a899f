package dev.burnline.oracle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The nightly report of a civil day, recomputed from the raw lines.
 *
 * <p>Every key of the report contract is there except {@code run}, {@code failure_patterns}, {@code
 * prompt_types} and {@code alerts}.
 */
public final class BruteForceReport {

  /** The verdicts, the worst first. */
  private static final List<String> VERDICTS =
      List.of("NO_DATA", "INCOMPLETE", "MISSED", "AT_RISK", "MET");

  private final List<Path> logs;
  private final LocalDate date;
  private final ZoneId zone;
  private final List<OracleSlo> slos;
  private final Map<String, Double> kpiThresholds;

  /**
   * Makes a report; nothing is read yet.
   *
   * @param logs files and folders; every file in a folder is a log, those named {@code .gz} zipped
   * @param date the reported civil day in {@code zone}
   * @param slos in the order of the SLO file
   * @param kpiThresholds by the KPI's name; a KPI without threshold is not reported
   */
  public BruteForceReport(
      List<Path> logs,
      LocalDate date,
      ZoneId zone,
      List<OracleSlo> slos,
      Map<String, Double> kpiThresholds) {
    this.logs = List.copyOf(logs);
    this.date = requireNonNull(date, "date is null");
    this.zone = requireNonNull(zone, "zone is null");
    this.slos = List.copyOf(slos);
    this.kpiThresholds = Map.copyOf(kpiThresholds);
  }

  /** Reads the logs and returns the expected report; without any line its verdict is NO_DATA. */
  public ObjectNode expected() throws IOException {
    RawLog log = RawLog.read(logs, slos);
    Span window = Span.ofDays(date, date, zone);
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("schema", "burnline.report/1");
    report.put("kind", "nightly");
    ObjectNode windowJson = report.putObject("window");
    windowJson.put("start", window.start().toString());
    windowJson.put("end", window.end().toString());
    windowJson.put("zone", zone.getId());
    ObjectNode completeness = CompletenessPart.of(window, log);
    ArrayNode services = JsonNodeFactory.instance.arrayNode();
    ServicePart part = new ServicePart(date, zone, slos, kpiThresholds);
    for (String service : servicesSeen(window, log)) {
      services.add(part.of(service, log));
    }
    report.put("verdict", verdict(completeness, services));
    report.set("completeness", completeness);
    report.set("services", services);
    return report;
  }

  /** Returns the services with a request in the window or in the window of an SLO of theirs. */
  private SortedSet<String> servicesSeen(Span window, RawLog log) {
    TreeSet<String> seen = new TreeSet<>();
    for (OracleLine line : log.lines()) {
      if (line.counts() && requireNonNull(line.fields()).isRequest()) {
        String service = requireNonNull(line.fields()).service();
        long millis = requireNonNull(line.millis());
        boolean inSloWindow =
            slos.stream()
                .filter(slo -> slo.holdsFor(service))
                .map(slo -> Span.before(window.end(), Duration.ofDays(slo.windowDays())))
                .anyMatch(span -> span.contains(millis));
        if (inSloWindow || window.contains(millis)) {
          seen.add(service);
        }
      }
    }
    return seen;
  }

  private static String verdict(ObjectNode completeness, ArrayNode services) {
    int worst = services.isEmpty() ? VERDICTS.indexOf("NO_DATA") : VERDICTS.indexOf("MET");
    for (JsonNode service : services) {
      worst = Math.min(worst, VERDICTS.indexOf(service.get("verdict").textValue()));
    }
    if (CompletenessPart.isIncomplete(completeness)) {
      worst = Math.min(worst, VERDICTS.indexOf("INCOMPLETE"));
    }
    return VERDICTS.get(worst);
  }
}
