package dev.burnline.slo.budget;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.SloReport;
import dev.burnline.report.Window;
import dev.burnline.slo.CivilTime;
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
  private final WindowSpan window;
  private final EventSeries series;
  private final @Nullable EventSeries raw;
  private final Window reportWindow;
  private final long endMinute;
  private final Events events;

  /**
   * Evaluates an SLO.
   *
   * @param counted events of all minutes that are known, not only of the report's window, with
   *     those of excluded maintenance
   * @param reportWindow over which the report holds the SLO against its objective; at its end the
   *     SLO's own window stands
   */
  public SloEvaluation(Slo slo, EventSeries counted, Window reportWindow) {
    this.slo = requireNonNull(slo, "slo is null");
    this.reportWindow = requireNonNull(reportWindow, "reportWindow is null");
    this.endMinute = CivilTime.firstMinuteFrom(reportWindow.end());
    this.window = WindowSpan.at(slo.window(), endMinute);
    long from = Math.min(SloHistory.start(slo, endMinute), firstMinuteOfPeriod());
    this.series = BudgetSeries.of(slo, counted, from, endMinute);
    this.raw = slo.exclusions().isEmpty() ? null : BudgetSeries.raw(slo, counted, from, endMinute);
    this.events = series.between(window.start(), endMinute);
  }

  /** Returns the window at the end of the report's window. */
  public WindowSpan window() {
    return window;
  }

  /** Returns what the budget is counted from: the method's units without excluded maintenance. */
  public EventSeries series() {
    return series;
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
    Instant exhaustionAt = exhaustionAt();
    return new SloReport(
        slo.name(),
        slo.displayName(),
        null,
        slo.target().doubleValue(),
        slo.threshold(),
        slo.budgetingMethod().name(),
        new SloReport.SloWindow(
            window.startsAt(),
            window.endsAt(),
            isCalendar() ? "calendar" : "rolling",
            slo.window().duration().toString()),
        events.good(),
        events.total(),
        events.bad(),
        events.sli(),
        raw == null ? null : period(raw.between(window.start(), endMinute)),
        null,
        period(series.between(firstMinuteOfPeriod(), endMinute)),
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
        status(alert, exhaustionAt),
        BadPeriods.of(slo, series, firstMinuteOfPeriod(), endMinute),
        null);
  }

  private boolean isCalendar() {
    return slo.window() instanceof TimeWindow.Calendar;
  }

  private long firstMinuteOfPeriod() {
    return CivilTime.firstMinuteFrom(reportWindow.start());
  }

  private static SloReport.Period period(Events events) {
    return new SloReport.Period(events.good(), events.total(), events.bad(), events.sli());
  }

  /**
   * Whether more than a share of the budget is consumed, with events; of a whole budget or more
   * that share itself is enough, since nothing of it is left.
   */
  private boolean isConsumed(BigDecimal share) {
    int beyond = BigDecimal.valueOf(events.bad()).compareTo(share.multiply(budgetTotal()));
    boolean isWhole = share.compareTo(BigDecimal.ONE) >= 0;
    return events.total() > 0 && (isWhole ? beyond >= 0 : beyond > 0);
  }

  private BigDecimal budgetTotal() {
    return slo.allowance().multiply(BigDecimal.valueOf(events.total()));
  }

  /** Returns the budget of the window; null without units. */
  SloReport.@Nullable Budget budget() {
    if (events.total() == 0) {
      return null;
    }
    BigDecimal total = budgetTotal();
    BigDecimal consumed = BigDecimal.valueOf(events.bad());
    BigDecimal remaining = total.subtract(consumed);
    // remaining / total * (1 - target) * minutes, with the target cancelled out.
    BigDecimal minutesRemaining =
        remaining
            .multiply(BigDecimal.valueOf(window.minutes()))
            .divide(BigDecimal.valueOf(events.total()), MathContext.DECIMAL128);
    return new SloReport.Budget(
        total.doubleValue(),
        consumed.doubleValue(),
        consumed.divide(total, MathContext.DECIMAL128).doubleValue(),
        remaining.divide(total, MathContext.DECIMAL128).doubleValue(),
        minutesRemaining.doubleValue(),
        isCalendar() ? projected(total) : null);
  }

  private double projected(BigDecimal total) {
    return total
        .multiply(BigDecimal.valueOf(window.minutes()))
        .divide(BigDecimal.valueOf(window.elapsedMinutes()), MathContext.DECIMAL128)
        .doubleValue();
  }

  /** Returns the burn rates at the end by the names of their lookbacks. */
  Map<String, @Nullable Double> burnRates() {
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
    OptionalLong ahead = new Exhaustion(slo, window, series).minutesAhead();
    return ahead.isPresent()
        ? reportWindow.end().plus(Duration.ofMinutes(ahead.getAsLong()))
        : null;
  }

  private SloReport.Status status(AlertState alert, @Nullable Instant exhaustionAt) {
    if (events.total() == 0) {
      return SloReport.Status.NO_DATA;
    }
    if (isConsumed(BigDecimal.ONE)) {
      return SloReport.Status.EXHAUSTED;
    }
    boolean near = exhaustionAt != null && !exhaustionAt.isAfter(reportWindow.end().plus(NEAR));
    return near || alert == AlertState.FIRING ? SloReport.Status.BURNING : SloReport.Status.HEALTHY;
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
