package dev.burnline.report;

import dev.burnline.report.SloReport.Budget;
import dev.burnline.report.SloReport.Period;
import dev.burnline.report.SloReport.PolicyStep;
import dev.burnline.report.SloReport.SloWindow;
import dev.burnline.report.SloReport.Status;
import dev.burnline.report.SloReport.Threshold;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An SLO whose budget follows from its counts. */
public final class SloBuilder {

  private final String name;
  private final double objective;
  private String displayName;
  private @Nullable Threshold threshold;
  private long bad = 120;
  private long total = 1_000_000;
  private long periodBad = 4;
  private long periodTotal = 41_000;
  private @Nullable Double burnHour = 0.0;
  private @Nullable Double burnDay = 0.4;
  private @Nullable Instant exhaustionAt;
  private Status status = Status.HEALTHY;
  private String budgetingMethod = "Occurrences";
  private @Nullable Ledger ledger;

  private SloBuilder(String name, double objective) {
    this.name = name;
    this.displayName = name;
    this.objective = objective;
  }

  public static SloBuilder availability() {
    return new SloBuilder("llm-availability", 0.999).called("Availability");
  }

  public static SloBuilder latency(double limitMillis) {
    var slo = new SloBuilder("llm-latency", 0.95).called("Latency");
    slo.threshold = new Threshold("duration_ms", "lte", limitMillis);
    return slo;
  }

  public static SloBuilder firstToken(double limitMillis) {
    var slo = new SloBuilder("llm-ttft", 0.95).called("First token");
    slo.threshold = new Threshold("ttft_ms", "lte", limitMillis);
    return slo;
  }

  public SloBuilder called(String display) {
    displayName = display;
    return this;
  }

  public SloBuilder window(long badEvents, long totalEvents) {
    bad = badEvents;
    total = totalEvents;
    return this;
  }

  public SloBuilder period(long badEvents, long totalEvents) {
    periodBad = badEvents;
    periodTotal = totalEvents;
    return this;
  }

  public SloBuilder burning(@Nullable Double lastHour, @Nullable Double lastDay) {
    burnHour = lastHour;
    burnDay = lastDay;
    return this;
  }

  public SloBuilder exhaustedAt(Instant at) {
    exhaustionAt = at;
    return this;
  }

  public SloBuilder status(Status is) {
    status = is;
    return this;
  }

  /** Counts slices of time, in the units of report.json. */
  public SloBuilder counting(String method) {
    budgetingMethod = method;
    return this;
  }

  public SloBuilder spentOn(@Nullable Ledger of) {
    ledger = of;
    return this;
  }

  public SloReport build() {
    var burnRates = new LinkedHashMap<String, @Nullable Double>();
    burnRates.put("5m", burnHour == null ? null : burnHour * 1.25);
    burnRates.put("30m", burnHour == null ? null : burnHour * 1.125);
    burnRates.put("1h", burnHour);
    burnRates.put("2h", burnHour);
    burnRates.put("6h", burnDay == null ? null : burnDay * 0.75);
    burnRates.put("1d", burnDay);
    burnRates.put("3d", burnDay == null ? null : burnDay * 0.5);
    Instant end = SampleReports.END;
    Budget budget = total == 0 ? null : budget();
    double consumed = budget == null ? 0 : budget.consumedRatio();
    return new SloReport(
        name,
        displayName,
        null,
        objective,
        threshold,
        budgetingMethod,
        new SloWindow(end.minus(Duration.ofDays(30)), end, "rolling", "30d"),
        total - bad,
        total,
        bad,
        total == 0 ? null : (double) (total - bad) / total,
        null,
        null,
        new Period(
            periodTotal - periodBad,
            periodTotal,
            periodBad,
            periodTotal == 0 ? null : (double) (periodTotal - periodBad) / periodTotal),
        budget,
        burnRates,
        exhaustionAt,
        List.of(
            new PolicyStep(0.5, "architecture review", consumed >= 0.5),
            new PolicyStep(1.0, "freeze releases", consumed >= 1.0)),
        status,
        null,
        ledger);
  }

  /** The same, which tells when its bad events came. */
  public static SloReport withTimes(SloReport of, BadTimes times) {
    return new SloReport(
        of.name(),
        of.displayName(),
        of.group(),
        of.objective(),
        of.threshold(),
        of.budgetingMethod(),
        of.window(),
        of.good(),
        of.total(),
        of.bad(),
        of.sli(),
        of.raw(),
        of.estimate(),
        of.period(),
        of.budget(),
        of.burnRates(),
        of.exhaustionAt(),
        of.policy(),
        of.status(),
        times,
        of.ledger());
  }

  private Budget budget() {
    double share = BigDecimal.ONE.subtract(BigDecimal.valueOf(objective)).doubleValue();
    double allowed = share * total;
    double consumed = bad / allowed;
    return new Budget(
        allowed, bad, consumed, 1 - consumed, (1 - consumed) * share * 30 * 1440, null);
  }
}
