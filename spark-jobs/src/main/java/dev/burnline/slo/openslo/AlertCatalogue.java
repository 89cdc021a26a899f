package dev.burnline.slo.openslo;

import dev.burnline.slo.TimeWindow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The alert policies that come with Burnline; they are OpenSLO documents like any others. */
final class AlertCatalogue {

  private static final String RESOURCE = "alert-policies.yaml";

  /** The policy of windows of more than {@link #WEEK}. */
  private static final String LONG = "burn-rate";

  /** The policy of shorter windows, whose budget is spent in larger shares. */
  private static final String SHORT = "burn-rate-7d";

  private static final Duration WEEK = Duration.ofDays(7);

  private static final Map<String, PolicyRules> BUILT_IN = read();

  private AlertCatalogue() {}

  /** Returns the names under which the policy for this window is looked for, the best first. */
  static List<String> namesFor(TimeWindow window) {
    boolean isShort =
        window.duration().fixedLength().filter(length -> length.compareTo(WEEK) <= 0).isPresent();
    return isShort ? List.of(SHORT, LONG) : List.of(LONG);
  }

  /** Returns the policy for this window. */
  static PolicyRules builtIn(TimeWindow window) {
    return BUILT_IN.getOrDefault(namesFor(window).get(0), PolicyRules.NONE);
  }

  private static Map<String, PolicyRules> read() {
    Findings findings = new Findings();
    SloSource source = new SloSource(RESOURCE, text());
    Definitions definitions = new Definitions();
    for (Item document : new YamlDocuments(source, findings).read()) {
      DefinitionReader.read(document).ifPresent(definitions::add);
    }
    AlertReader reader = new AlertReader(definitions);
    Map<String, PolicyRules> policies = new HashMap<>();
    definitions
        .all(Kind.ALERT_POLICY)
        .forEach(policy -> policies.put(policy.name(), reader.policy(policy)));
    List<Problem> problems = findings.problems(List.of(source));
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.get(0).message());
    }
    return Map.copyOf(policies);
  }

  private static String text() {
    try (InputStream in = AlertCatalogue.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the resource %s is missing".formatted(RESOURCE));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
