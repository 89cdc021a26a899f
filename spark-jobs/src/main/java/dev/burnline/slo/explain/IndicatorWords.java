package dev.burnline.slo.explain;

import dev.burnline.report.SloReport.Threshold;
import dev.burnline.rollup.Counter;
import dev.burnline.scan.LogField;
import dev.burnline.slo.Slo;
import dev.burnline.slo.where.Where;
import dev.burnline.slo.where.WhereException;
import java.math.BigDecimal;

/**
 * What an SLO counts, in words.
 *
 * @param valid the requests that count
 * @param good which of them are good
 */
record IndicatorWords(String valid, String good) {

  private static final int MILLIS_DIGITS = 3;

  static IndicatorWords of(Slo slo) {
    Where total = where(slo.total());
    Threshold threshold = slo.threshold();
    if (threshold == null) {
      Where good = where(slo.good()).beyond(total);
      return new IndicatorWords(
          requests(total),
          good.equals(total) || good.equals(Where.always())
              ? "all of them"
              : "those where " + good.canonical());
    }
    LogField field = LogField.ofKey(threshold.field()).orElseThrow();
    Where present = Where.present(field);
    String carrying = "that carry " + threshold.field();
    return new IndicatorWords(
        total.equals(present)
            ? "requests " + carrying
            : requests(total.before(present)) + ", " + carrying,
        "those with %s %s %s"
            .formatted(threshold.field(), operator(threshold.op()), value(threshold)));
  }

  private static Where where(Counter counter) {
    try {
      return Where.ofCanonical(counter.key());
    } catch (WhereException e) {
      throw new IllegalStateException("a counter's key is a canonical condition", e);
    }
  }

  private static String requests(Where condition) {
    return condition.equals(Where.always())
        ? "every request"
        : "requests where " + condition.canonical();
  }

  private static String operator(String op) {
    return switch (op) {
      case "lt" -> "below";
      case "lte" -> "of at most";
      case "gt" -> "above";
      default -> "of at least";
    };
  }

  private static String value(Threshold threshold) {
    BigDecimal value = BigDecimal.valueOf(threshold.value()).stripTrailingZeros();
    return threshold.field().endsWith("_ms")
        ? value.movePointLeft(MILLIS_DIGITS).toPlainString() + " s"
        : value.toPlainString();
  }
}
