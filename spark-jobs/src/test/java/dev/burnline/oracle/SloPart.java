package dev.burnline.oracle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One SLO of one service. */
final class SloPart {

  private static final Map<String, Duration> LOOKBACKS = new LinkedHashMap<>();

  static {
    LOOKBACKS.put("5m", Duration.ofMinutes(5));
    LOOKBACKS.put("30m", Duration.ofMinutes(30));
    LOOKBACKS.put("1h", Duration.ofHours(1));
    LOOKBACKS.put("2h", Duration.ofHours(2));
    LOOKBACKS.put("6h", Duration.ofHours(6));
    LOOKBACKS.put("1d", Duration.ofDays(1));
    LOOKBACKS.put("3d", Duration.ofDays(3));
  }

  private final SloEvents events;
  private final SloEvents.Counts whole;
  private final SloEvents.Counts period;
  private final boolean exhausted;
  private final boolean burning;
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  SloPart(SloEvents events, Span reportWindow) {
    this.events = events;
    this.whole = events.inSloWindow();
    this.period = events.in(reportWindow);
    OracleSlo slo = events.slo();
    json.put("name", slo.name());
    json.put("display_name", slo.displayName());
    json.put("objective", slo.target());
    json.put("budgeting_method", "Occurrences");
    ObjectNode window = json.putObject("window");
    window.put("start", events.end().minus(events.windowLength()).toString());
    window.put("end", events.end().toString());
    window.put("kind", "rolling");
    window.put("duration", slo.windowDays() + "d");
    putCounts(json, whole);
    putCounts(json.putObject("period"), period);
    BigDecimal budget = slo.allowedBad().multiply(BigDecimal.valueOf(whole.total()));
    this.exhausted = whole.total() > 0 && BigDecimal.valueOf(whole.bad()).compareTo(budget) >= 0;
    putBudget(budget);
    BurnRates burnRates = new BurnRates(events);
    ObjectNode rates = json.putObject("burn_rates");
    LOOKBACKS.forEach((name, lookback) -> rates.put(name, burnRates.over(lookback)));
    Instant exhaustionAt = ExhaustionForecast.exhaustionAt(events);
    json.put("exhaustion_at", exhaustionAt == null ? null : exhaustionAt.toString());
    putPolicy(budget);
    this.burning =
        burnRates.alertHolds()
            || (exhaustionAt != null
                && !exhaustionAt.isAfter(events.end().plus(Duration.ofDays(7))));
    json.put("status", status());
  }

  ObjectNode json() {
    return json;
  }

  /** Whether the report's own window is below the objective. */
  boolean missed() {
    BigDecimal needed = events.slo().target().multiply(BigDecimal.valueOf(period.total()));
    return BigDecimal.valueOf(period.good()).compareTo(needed) < 0;
  }

  boolean atRisk() {
    return exhausted || (burning && whole.total() > 0);
  }

  private String status() {
    if (whole.total() == 0) {
      return "NO_DATA";
    }
    if (exhausted) {
      return "EXHAUSTED";
    }
    return burning ? "BURNING" : "HEALTHY";
  }

  private static void putCounts(ObjectNode target, SloEvents.Counts counts) {
    target.put("good", counts.good());
    target.put("total", counts.total());
    target.put("bad", counts.bad());
    target.put(
        "sli", counts.total() == 0 ? null : (Double) ((double) counts.good() / counts.total()));
  }

  private void putBudget(BigDecimal total) {
    if (whole.total() == 0) {
      json.putNull("budget");
      return;
    }
    BigDecimal consumed = BigDecimal.valueOf(whole.bad());
    BigDecimal ratio = consumed.divide(total, MathContext.DECIMAL128);
    BigDecimal remaining = BigDecimal.ONE.subtract(ratio);
    ObjectNode budget = json.putObject("budget");
    budget.put("total", total.doubleValue());
    budget.put("consumed", consumed.doubleValue());
    budget.put("consumed_ratio", ratio.doubleValue());
    budget.put("remaining_ratio", remaining.doubleValue());
    budget.put(
        "minutes_remaining",
        remaining
            .multiply(events.slo().allowedBad())
            .multiply(BigDecimal.valueOf(events.windowLength().toMinutes()))
            .doubleValue());
  }

  private void putPolicy(BigDecimal budget) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("0.5", "architecture review");
    defaults.put("1.0", "freeze releases");
    var steps = json.putArray("policy");
    defaults.forEach(
        (threshold, action) -> {
          BigDecimal limit = budget.multiply(new BigDecimal(threshold));
          BigDecimal bad = BigDecimal.valueOf(whole.bad());
          boolean isBeyond = bad.compareTo(limit) > 0;
          boolean isUsedUp = threshold.equals("1.0") && bad.compareTo(limit) == 0;
          ObjectNode step = steps.addObject();
          step.put("threshold", Double.parseDouble(threshold));
          step.put("action", action);
          step.put("triggered", whole.total() > 0 && (isBeyond || isUsedUp));
        });
  }
}
