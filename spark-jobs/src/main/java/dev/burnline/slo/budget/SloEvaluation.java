package dev.burnline.slo.budget;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.SloReport;
import dev.burnline.report.Window;
import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Works out an SLO at the end of a report's window. A minute belongs to a window when its start
 * does.
 */
public final class SloEvaluation {

  /** A forecast within this time puts the budget in danger. */
  private static final Duration NEAR = Duration.ofDays(7);

  /** The lookbacks of a report, by their names there. */
  private static final Map<String, Duration> LOOKBACKS = lookbacks();

  private final Slo slo;
  private final TimeWindow.Rolling window;
  private final EventSeries series;
  private final Window reportWindow;
  private final long endMinute;
  private final Events events;
  private final @Nullable Instant exhaustionAt;

  /**
   * Evaluates an SLO.
   *
   * @param series events of all minutes that are known, not only of the report's window
   * @throws IllegalArgumentException for a window or budgeting method that reading an SLO file
   *     refuses
   */
  public SloEvaluation(Slo slo, EventSeries series, Window reportWindow) {
    this.slo = requireNonNull(slo, "slo is null");
    this.series = requireNonNull(series, "series is null");
    this.reportWindow = requireNonNull(reportWindow, "reportWindow is null");
    if (!(slo.window() instanceof TimeWindow.Rolling rolling)
        || !(slo.budgetingMethod() instanceof BudgetingMethod.Occurrences)) {
      throw new IllegalArgumentException(
          "slo '%s': only Occurrences over a rolling window can be evaluated, got %s over %s"
              .formatted(slo.name(), slo.budgetingMethod(), slo.window()));
    }
    this.window = rolling;
    this.endMinute = firstMinuteFrom(reportWindow.end());
    this.events = BurnRate.lookback(series, endMinute, rolling.length());
    this.exhaustionAt = exhaustionAt();
  }

  /** Returns the SLO's part of the report when none of its alerts fires. */
  public SloReport report() {
    return report(AlertState.QUIET);
  }

  /**
   * Returns the SLO's part of the report.
   *
   * @param alert whether a burn-rate alert fires at the window's end, by a replay of every minute
   */
  public SloReport report(AlertState alert) {
    Events period =
        series.between(firstMinuteFrom(reportWindow.start()), firstMinuteFrom(reportWindow.end()));
    return new SloReport(
        slo.name(),
        slo.displayName(),
        null,
        slo.target().doubleValue(),
        slo.threshold(),
        slo.budgetingMethod().name(),
        new SloReport.SloWindow(
            reportWindow.end().minus(window.length()),
            reportWindow.end(),
            "rolling",
            window.duration().toString()),
        events.good(),
        events.total(),
        events.bad(),
        events.sli(),
        null,
        null,
        new SloReport.Period(period.good(), period.total(), period.bad(), period.sli()),
        budget(),
        burnRates(),
        exhaustionAt,
        slo.policy().steps().stream()
            .map(
                step ->
                    new SloReport.PolicyStep(
                        step.threshold().doubleValue(),
                        step.action(),
                        isConsumed(step.threshold())))
            .toList(),
        status(alert));
  }

  /** Whether bad >= share * (1 - target) * total, with events. */
  private boolean isConsumed(BigDecimal share) {
    return events.total() > 0
        && BigDecimal.valueOf(events.bad()).compareTo(share.multiply(budgetTotal())) >= 0;
  }

  private BigDecimal budgetTotal() {
    return slo.allowance().multiply(BigDecimal.valueOf(events.total()));
  }

  private SloReport.@Nullable Budget budget() {
    if (events.total() == 0) {
      return null;
    }
    BigDecimal total = budgetTotal();
    BigDecimal consumed = BigDecimal.valueOf(events.bad());
    BigDecimal remaining = total.subtract(consumed);
    // remaining / total * (1 - target) * minutes, with the target cancelled out.
    BigDecimal minutesRemaining =
        remaining
            .multiply(BigDecimal.valueOf(window.length().toMinutes()))
            .divide(BigDecimal.valueOf(events.total()), MathContext.DECIMAL128);
    return new SloReport.Budget(
        total.doubleValue(),
        consumed.doubleValue(),
        consumed.divide(total, MathContext.DECIMAL128).doubleValue(),
        remaining.divide(total, MathContext.DECIMAL128).doubleValue(),
        minutesRemaining.doubleValue(),
        null);
  }

  private Map<String, @Nullable Double> burnRates() {
    Map<String, @Nullable Double> rates = new LinkedHashMap<>();
    LOOKBACKS.forEach(
        (name, lookback) ->
            rates.put(name, BurnRate.of(BurnRate.lookback(series, endMinute, lookback), slo)));
    return rates;
  }

  private @Nullable Instant exhaustionAt() {
    if (events.total() == 0) {
      return null;
    }
    OptionalLong ahead = new Exhaustion(slo, window, series, endMinute).minutesAhead();
    return ahead.isPresent()
        ? reportWindow.end().plus(Duration.ofMinutes(ahead.getAsLong()))
        : null;
  }

  private SloReport.Status status(AlertState alert) {
    if (events.total() == 0) {
      return SloReport.Status.NO_DATA;
    }
    if (isConsumed(BigDecimal.ONE)) {
      return SloReport.Status.EXHAUSTED;
    }
    boolean near = exhaustionAt != null && !exhaustionAt.isAfter(reportWindow.end().plus(NEAR));
    return near || alert == AlertState.FIRING ? SloReport.Status.BURNING : SloReport.Status.HEALTHY;
  }

  private static long firstMinuteFrom(Instant instant) {
    return -Math.floorDiv(-instant.toEpochMilli(), 60_000L);
  }

  private static Map<String, Duration> lookbacks() {
    Map<String, Duration> lookbacks = new LinkedHashMap<>();
    lookbacks.put("5m", Duration.ofMinutes(5));
    lookbacks.put("30m", Duration.ofMinutes(30));
    lookbacks.put("1h", Duration.ofHours(1));
    lookbacks.put("2h", Duration.ofHours(2));
    lookbacks.put("6h", Duration.ofHours(6));
    lookbacks.put("1d", Duration.ofDays(1));
    lookbacks.put("3d", Duration.ofDays(3));
    return lookbacks;
  }
}
