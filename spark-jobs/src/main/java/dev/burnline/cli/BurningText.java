package dev.burnline.cli;

import dev.burnline.report.SloReport;
import dev.burnline.report.Window;
import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.Slo;
import dev.burnline.slo.alert.AlertEpisode;
import dev.burnline.slo.alert.AlertReplay;
import dev.burnline.slo.alert.AlertRules;
import dev.burnline.slo.alert.BudgetWindow;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.budget.SloEvaluation;
import dev.burnline.slo.explain.PairExplanation;
import dev.burnline.slo.explain.SloExplanation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What burns how fast at one time, in plain words. */
final class BurningText {

  /** Units of a slice that is good by its share of good requests. */
  private static final double PARTS_OF_A_SLICE = 1e9;

  private final SloExplanation explanation;
  private final Slo slo;
  private final EventSeries counted;
  private final Duration window;
  private final SloReport report;
  private final List<AlertEpisode> firing;
  private final String service;
  private final Instant at;

  /**
   * Creates the text for one service.
   *
   * @param rules what the alert policies of the SLO amount to
   * @param events of the service, of all minutes
   */
  BurningText(
      SloExplanation explanation,
      AlertRules rules,
      EventSeries events,
      String service,
      Instant at) {
    SloEvaluation evaluation =
        new SloEvaluation(
            explanation.slo(),
            events,
            new Window(at.minus(Duration.ofDays(1)), at, ZoneOffset.UTC));
    this.explanation = explanation;
    this.counted = evaluation.series();
    this.slo = explanation.slo();
    this.window = evaluation.window().length();
    this.report = evaluation.report();
    this.firing =
        new AlertReplay(slo, rules, BudgetWindow.of(slo.window()))
            .episodes(evaluation.series(), events, Long.MIN_VALUE / 2, minute(at)).stream()
                .filter(AlertEpisode::isFiring)
                .toList();
    this.service = service;
    this.at = at;
  }

  String text() {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("%s at %s".formatted(Console.clean(service), at));
    lines.add("  window    %s to %s".formatted(report.window().start(), report.window().end()));
    SloReport.Budget budget = report.budget();
    if (budget == null) {
      lines.add("  no data: no valid %s is in the window".formatted(unit()));
      return lines.toString();
    }
    lines.add(
        "  %-9s %s valid, %s of them bad, %s good"
            .formatted(
                units(),
                count(report.total()),
                count(report.bad()),
                Plain.exactPercent(
                    BigDecimal.valueOf(
                        Math.round(share(report.good(), report.total()) * 1e7), 7))));
    lines.add(
        "  budget    %s bad ones are allowed, %s of it is consumed"
            .formatted(amount(budget.total()), percent(budget.consumedRatio())));
    lines.add("            " + left(budget));
    report.burnRates().forEach((lookback, rate) -> lines.add(burn(lookback, rate, budget)));
    lines.add("  forecast  " + forecast());
    lines.add("  alerts    " + alerts());
    if (slo.budgetingMethod() instanceof BudgetingMethod.Occurrences) {
      explanation.alerts().forEach(alert -> addLowTraffic(lines, alert));
    }
    return lines.toString();
  }

  private String units() {
    return unit() + "s";
  }

  private String unit() {
    return slo.budgetingMethod() instanceof BudgetingMethod.Occurrences ? "request" : "slice";
  }

  private static double share(long part, long whole) {
    return (double) part / whole;
  }

  private double scaled(double units) {
    return slo.budgetingMethod() instanceof BudgetingMethod.RatioTimeslices
        ? units / PARTS_OF_A_SLICE
        : units;
  }

  private String count(long units) {
    double scaled = scaled((double) units);
    return scaled == Math.rint(scaled)
        ? String.format(Locale.ROOT, "%,d", (long) scaled)
        : amount((double) units);
  }

  private String amount(double units) {
    return String.format(Locale.ROOT, "%,.1f", scaled(units));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private String left(SloReport.Budget budget) {
    double left = budget.total() - budget.consumed();
    return left >= 0
        ? "left are %s bad %s, or %s without a single good one"
            .formatted(amount(left), units(), Plain.time(budget.minutesRemaining()))
        : "overspent by %s bad %s, or %s without a single good one"
            .formatted(amount(-left), units(), Plain.time(-budget.minutesRemaining()));
  }

  private String burn(String lookback, @Nullable Double rate, SloReport.Budget budget) {
    String text = "  last %-4s ".formatted(lookback);
    if (rate == null) {
      return text + "no valid " + unit();
    }
    if (rate == 0) {
      return text + "burns nothing";
    }
    String all =
        "burns %s times as fast as it may: a full budget lasts %s"
            .formatted(Plain.number(rate), Plain.time(window.toMinutes() / rate));
    return text
        + all
        + (budget.remainingRatio() > 0
            ? ", what is left " + Plain.time(budget.remainingRatio() * window.toMinutes() / rate)
            : "");
  }

  private String forecast() {
    Instant exhausted = report.exhaustionAt();
    if (exhausted == null) {
      return "not used up within a window, if the last day goes on";
    }
    return exhausted.isAfter(at)
        ? "used up at " + exhausted + ", if the last day goes on"
        : "used up";
  }

  private String alerts() {
    if (firing.isEmpty()) {
      return "none fires";
    }
    return firing.stream()
        .map(
            alert ->
                "%s %s fires since %s"
                    .formatted(
                        alert.cause().alertname(),
                        alert.severity().name().toLowerCase(Locale.ROOT),
                        Instant.ofEpochSecond(60 * alert.startMinute())))
        .collect(Collectors.joining(", "));
  }

  private static long minute(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), 60L);
  }

  private void addLowTraffic(StringJoiner lines, PairExplanation alert) {
    Duration lookback = alert.pair().longLookback();
    long end = minute(at);
    long requests = counted.between(end - lookback.toMinutes(), end).total();
    if (new PairExplanation(slo, window, alert.pair()).firesOnOneFailure(requests + 1)) {
      lines.add(
          "  warning   low traffic: with %s in the last %s a single further failure fires %s %s"
              .formatted(
                  ExplanationText.requests(requests),
                  DurationShorthand.of(lookback),
                  Plain.severity(alert.pair()),
                  Plain.lookbacks(alert.pair())));
    }
  }
}
