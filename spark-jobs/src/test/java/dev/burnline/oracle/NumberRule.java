package dev.burnline.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * How near an actual number has to be. Counts, sums, means and extremes are exact. Figures that are
 * divided or multiplied as doubles may differ in the last digits, by the order of the operations.
 */
enum NumberRule {
  EXACT("exactly"),
  /** What is left of a budget is a difference: near 0 its last digits are those of the whole. */
  LEFT_RATIO("within 1e-12 of the whole"),
  /** The same in minutes, of which a window of 30 days has 43 200. */
  LEFT_MINUTES("within 1e-12 of the whole"),
  QUOTIENT("within 1e-12 relative"),
  PERCENTILE("within 0.5 %");

  private static final Pattern PERCENTILES =
      Pattern.compile(
          ".*/(p5|p50|p90|p95|p99|p999|p50_ms|p95_ms|p99_ms|p95_latency_ms"
              + "|value\\(p95_latency_ms\\))");
  private static final Pattern QUOTIENTS =
      Pattern.compile(
          ".*/(error_rate|weighted_mean|sli|consumed_ratio|mem_used_ratio_max|budget/total"
              + "|budget|budget_share|spent_ratio|ideal_ratio"
              + "|burn_rates/[^/]+|requests_per_second/[^/]+"
              + "|value\\((output_throughput_tps|error_rate|gpu_memory_used_ratio)\\))");

  private static final double ROUNDING = 1e-12;
  private static final double PERCENTILE_ERROR = 0.005;

  private final String inWords;

  NumberRule(String inWords) {
    this.inWords = inWords;
  }

  String inWords() {
    return inWords;
  }

  static NumberRule at(String pointer) {
    if (PERCENTILES.matcher(pointer).matches()) {
      return PERCENTILE;
    }
    if (pointer.endsWith("/remaining_ratio")) {
      return LEFT_RATIO;
    }
    if (pointer.endsWith("/minutes_remaining")) {
      return LEFT_MINUTES;
    }
    return QUOTIENTS.matcher(pointer).matches() ? QUOTIENT : EXACT;
  }

  /** Whether a KPI's percentile is so near its threshold that either answer is right. */
  static boolean isAboutTheThreshold(JsonNode kpi) {
    double value = kpi.path("value").doubleValue();
    return kpi.path("name").asText().equals("p95_latency_ms")
        && kpi.path("value").isNumber()
        && Math.abs(value - kpi.path("threshold").doubleValue()) <= PERCENTILE_ERROR * value;
  }

  boolean agree(JsonNode expected, JsonNode actual) {
    double wanted = expected.doubleValue();
    double distance = Math.abs(actual.doubleValue() - wanted);
    return switch (this) {
      case EXACT -> expected.decimalValue().compareTo(actual.decimalValue()) == 0;
      case LEFT_RATIO -> distance <= ROUNDING * Math.max(1, Math.abs(wanted));
      case LEFT_MINUTES -> distance <= ROUNDING * Math.max(43_200, Math.abs(wanted));
      case QUOTIENT -> distance <= ROUNDING * Math.abs(wanted);
      case PERCENTILE -> distance <= (PERCENTILE_ERROR + ROUNDING) * Math.abs(wanted);
    };
  }
}
