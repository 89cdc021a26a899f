package dev.burnline.evaluate;

import dev.burnline.rollup.Distribution;
import dev.burnline.rollup.Histogram;
import dev.burnline.rollup.Outcome;
import dev.burnline.rollup.OutcomeFigures;
import dev.burnline.rollup.OutcomeFigures.Quantity;
import dev.burnline.scan.LogField;
import dev.burnline.slo.where.CountBounds;
import dev.burnline.slo.where.KnownRequests;
import dev.burnline.slo.where.NumberRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests of one service, minute and outcome, as far as their figures tell. */
record OutcomeRequests(String service, Outcome outcome, OutcomeFigures figures)
    implements KnownRequests {

  @Override
  public long count() {
    return figures.requests();
  }

  @Override
  public Optional<KnownText> text(LogField field) {
    return switch (field) {
      case SERVICE -> known(service);
      case STATUS -> known(outcome.status());
      case ERROR_TYPE -> known(outcome.errorType());
      case FINISH_REASON -> known(outcome.finishReason());
      default -> Optional.empty();
    };
  }

  private static Optional<KnownText> known(@Nullable String text) {
    return Optional.of(new KnownText(text));
  }

  @Override
  public Optional<CountBounds> within(LogField field, NumberRange range) {
    for (Quantity quantity : Quantity.ALL) {
      if (quantity.field() == field) {
        return Optional.of(within(figures.of(quantity), range));
      }
    }
    return Optional.empty();
  }

  /**
   * Buckets that lie in the range whole count; of one that lies in it in part, possibly all do, and
   * by guess the share of it that does.
   */
  private static CountBounds within(Distribution values, NumberRange range) {
    long[] bounds = new long[2];
    double[] guess = new double[1];
    values
        .histogram()
        .forEach(
            (bucket, count) -> {
              double low = Math.max(values.min(), Histogram.leastOf(bucket));
              double high = Math.min(values.max(), Math.nextDown(Histogram.leastOf(bucket + 1)));
              if (range.containsAll(low, high)) {
                bounds[0] += count;
                bounds[1] += count;
                guess[0] += count;
              } else if (range.containsAny(low, high)) {
                bounds[1] += count;
                double part = Math.min(high, range.to()) - Math.max(low, range.from());
                guess[0] += count * (part / (high - low));
              }
            });
    return new CountBounds(bounds[0], bounds[1], guess[0], true);
  }
}
