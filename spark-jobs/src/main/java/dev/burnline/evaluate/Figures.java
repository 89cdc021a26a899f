package dev.burnline.evaluate;

import dev.burnline.report.ServiceReport.DurationFigures;
import dev.burnline.report.ServiceReport.Latency;
import dev.burnline.report.ServiceReport.Measures;
import dev.burnline.report.ServiceReport.Throughput;
import dev.burnline.report.ServiceReport.TokenFigures;
import dev.burnline.rollup.Distribution;
import dev.burnline.rollup.OutcomeFigures.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Finishes mergeable states into the figures of a report. */
final class Figures {

  private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1000);

  private Figures() {}

  /** Per mille of a distribution; null when it is empty. */
  static @Nullable Double quantile(Distribution distribution, int perMille) {
    return distribution.isEmpty() ? null : distribution.quantile(perMille);
  }

  static @Nullable Double mean(Distribution distribution) {
    return distribution.isEmpty() ? null : distribution.mean();
  }

  static @Nullable Double ratio(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  static TokenFigures tokens(Distribution tokens) {
    return new TokenFigures(
        tokens.sum().whole(),
        mean(tokens),
        quantile(tokens, 500),
        quantile(tokens, 950),
        quantile(tokens, 990),
        tokens.isEmpty() ? null : tokens.max());
  }

  static Latency latency(OutcomeTotals totals) {
    return new Latency(
        duration(totals.ofSuccesses(Quantity.DURATION_MS)),
        duration(totals.ofSuccesses(Quantity.TTFT_MS)),
        duration(totals.ofSuccesses(Quantity.TPOT_MS)),
        duration(totals.ofSuccesses(Quantity.QUEUE_MS)));
  }

  private static @Nullable DurationFigures duration(Distribution millis) {
    if (millis.isEmpty()) {
      return null;
    }
    return new DurationFigures(
        millis.count(),
        millis.mean(),
        millis.min(),
        millis.quantile(500),
        millis.quantile(900),
        millis.quantile(950),
        millis.quantile(990),
        millis.quantile(999),
        millis.max());
  }

  static Throughput throughput(OutcomeTotals totals) {
    OutcomeTotals.PairedSums sums = totals.pairedOfSuccesses();
    BigDecimal millis = sums.millis().exact();
    Double weighted =
        millis.signum() == 0
            ? null
            : sums.tokens()
                .exact()
                .multiply(MILLIS_PER_SECOND)
                .divide(millis, MathContext.DECIMAL128)
                .doubleValue();
    Distribution perRequest = totals.ofSuccesses(Quantity.THROUGHPUT_TPS);
    return new Throughput(
        weighted, quantile(perRequest, 50), quantile(perRequest, 500), quantile(perRequest, 950));
  }

  /** The measures of a span for comparison; null without requests. */
  static @Nullable Measures measures(OutcomeTotals totals) {
    long requests = totals.requests();
    if (requests == 0) {
      return null;
    }
    return new Measures(
        requests,
        totals.errors(),
        ratio(totals.errors(), requests),
        latency(totals),
        throughput(totals),
        mean(totals.ofAll(Quantity.INPUT_TOKENS)),
        mean(totals.ofAll(Quantity.OUTPUT_TOKENS)));
  }
}
