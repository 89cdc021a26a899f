package dev.burnline.cli;

import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.explain.PairExplanation;
import dev.burnline.slo.explain.SloExplanation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.StringJoiner;

/** An SLO in plain words, from its file alone. */
final class ExplanationText {

  /** The shares of failing requests that times are told for. */
  private static final List<BigDecimal> SHARES =
      List.of("0.01", "0.02", "0.05", "0.1", "0.5", "1").stream().map(BigDecimal::new).toList();

  private final SloExplanation explanation;
  private final Slo slo;
  private final Instant now;

  /**
   * Creates the text.
   *
   * @param now from when on maintenance is told of
   */
  ExplanationText(SloExplanation explanation, Instant now) {
    this.explanation = explanation;
    this.slo = explanation.slo();
    this.now = now;
  }

  String text() {
    StringJoiner lines = new StringJoiner("\n");
    lines.add(Console.clean(slo.name()) + ": " + Console.clean(slo.displayName()));
    lines.add("  services  " + Plain.services(slo));
    lines.add("  valid     " + Console.clean(explanation.valid()));
    lines.add("  good      " + Console.clean(explanation.good()));
    lines.add(
        "  target    %s of the valid %s are good (%s)"
            .formatted(Plain.exactPercent(slo.target()), units(), Plain.window(slo)));
    lines.add(
        "  budget    %s of the %s may be bad: %s without a single good one use it up"
            .formatted(
                Plain.exactPercent(slo.allowance()),
                units(),
                Plain.time(explanation.outageMinutes().doubleValue())));
    if (slo.window() instanceof TimeWindow.Calendar) {
      lines.add(
          "  length    all this is about a window of %s; others of the calendar differ (--at)"
              .formatted(Plain.time((double) explanation.window().toMinutes())));
    }
    if (!slo.groupBy().isEmpty()) {
      lines.add(
          "  groups    once more for every %s seen, the 20 worst on their own; alerts are about all"
              .formatted(Plain.groups(slo)));
    }
    slo.exclusions()
        .all()
        .forEach(exclusion -> addMaintenance(lines, new ExclusionText(exclusion)));
    if (!explanation.alerts().isEmpty()) {
      lines.add("");
      addTimes(lines);
      lines.add("");
      addLowTraffic(lines);
    }
    if (!explanation.otherAlerts().isEmpty()) {
      lines.add("");
      lines.add("It alerts with severity");
      explanation.otherAlerts().forEach(words -> lines.add("  " + words));
    }
    return lines.toString();
  }

  private void addMaintenance(StringJoiner lines, ExclusionText maintenance) {
    lines.add("  excluded  " + maintenance.rule());
    maintenance.times(now).forEach(time -> lines.add("            " + time));
  }

  private String units() {
    if (slo.budgetingMethod() instanceof BudgetingMethod.Timeslices slices) {
      return "slices of %s, which are good from %s good requests on,"
          .formatted(slices.slice(), Plain.exactPercent(slices.sliceTarget()));
    }
    return slo.budgetingMethod() instanceof BudgetingMethod.RatioTimeslices slices
        ? "slices of %s, each good by its share of good requests,".formatted(slices.slice())
        : "requests";
  }

  private void addTimes(StringJoiner lines) {
    lines.add("When so many requests fail from a moment on, at constant traffic, it alerts after");
    StringBuilder head = new StringBuilder("  %-27s".formatted(""));
    SHARES.forEach(share -> head.append(cell(Plain.exactPercent(share))));
    lines.add(head.toString());
    for (PairExplanation alert : explanation.alerts()) {
      StringBuilder line =
          new StringBuilder(
              String.format(
                  Locale.ROOT,
                  "  %-6s %-7s above %-7s",
                  Plain.severity(alert.pair()),
                  Plain.lookbacks(alert.pair()),
                  Plain.percent(alert.badShare())));
      SHARES.forEach(share -> line.append(cell(minutes(alert.minutesUntil(share)))));
      lines.add(line.toString());
    }
  }

  private static String minutes(OptionalLong minutes) {
    return minutes.isPresent() ? minutes.getAsLong() + " min" : "never";
  }

  private static String cell(String text) {
    return String.format(Locale.ROOT, "%10s", text);
  }

  private void addLowTraffic(StringJoiner lines) {
    if (!(slo.budgetingMethod() instanceof BudgetingMethod.Occurrences)) {
      lines.add("Low traffic: a slice counts the same however few requests it has.");
      return;
    }
    LowTrafficGuard guard = slo.lowTraffic();
    lines.add(
        "Low traffic: both lookbacks must have at least %s and %s bad (burnline.dev/min-events, min-failures)"
            .formatted(requests(guard.minEvents()), guard.minFailures()));
    explanation.alerts().forEach(alert -> lines.add(lowTraffic(alert, guard)));
  }

  static String requests(long count) {
    return String.format(Locale.ROOT, count == 1 ? "%,d request" : "%,d requests", count);
  }

  private static String lowTraffic(PairExplanation alert, LowTrafficGuard guard) {
    long most = alert.mostRequestsForOneFailure();
    String effect;
    if (most < 1) {
      effect = "a single failure never fires it";
    } else if (guard.minFailures() > 1) {
      effect =
          "a single failure would fire it with up to %s in %s, the guard asks for %s"
              .formatted(
                  requests(most),
                  DurationShorthand.of(alert.pair().longLookback()),
                  guard.minFailures());
    } else if (guard.minEvents() > most) {
      effect =
          "a single failure would fire it with up to %s in %s, the guard asks for more"
              .formatted(requests(most), DurationShorthand.of(alert.pair().longLookback()));
    } else {
      effect =
          "a single failure fires it with up to %s in %s"
              .formatted(requests(most), DurationShorthand.of(alert.pair().longLookback()));
    }
    return String.format(
        Locale.ROOT,
        "  %-6s %-7s %s",
        Plain.severity(alert.pair()),
        Plain.lookbacks(alert.pair()),
        effect);
  }
}
