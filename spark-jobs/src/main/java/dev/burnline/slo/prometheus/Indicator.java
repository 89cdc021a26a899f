package dev.burnline.slo.prometheus;

import dev.burnline.slo.where.Case;
import dev.burnline.slo.where.Cases;
import java.util.List;
import java.util.stream.Collectors;

/** How the events of an SLO are counted in PromQL. */
sealed interface Indicator {

  /**
   * Returns the valid events of a lookback by labels; no series without samples.
   *
   * @param by the labels, parted by commas
   */
  String total(String lookback, String by);

  /**
   * Returns the bad events of a lookback by labels; no series without samples.
   *
   * @param by the labels, parted by commas
   * @param total selects what the same lookback's {@link #total} was recorded as
   */
  String bad(String lookback, String by, String total);

  /**
   * Valid and bad requests are told apart by labels.
   *
   * @param bad the bad ones among the valid ones
   */
  record ByLabels(Cases valid, Cases bad) implements Indicator {

    @Override
    public String total(String lookback, String by) {
      return sum(RuntimeMetrics.REQUESTS, valid, List.of(), lookback, by);
    }

    /** The first failure of its kind makes a series, and before it there were none: that is 0. */
    @Override
    public String bad(String lookback, String by, String total) {
      return bad.list().isEmpty()
          ? "0 * " + total
          : sum(RuntimeMetrics.REQUESTS, bad, List.of(), lookback, by)
              + "\nor on ("
              + by
              + ")\n0 * "
              + total;
    }
  }

  /**
   * Bad requests are those above a bucket of a histogram.
   *
   * @param le matches the bucket
   */
  record AboveBucket(RuntimeMetrics.Histogram histogram, Cases valid, String le)
      implements Indicator {

    @Override
    public String total(String lookback, String by) {
      return sum(histogram.metric() + "_count", valid, List.of(), lookback, by);
    }

    @Override
    public String bad(String lookback, String by, String total) {
      return total
          + "\n- on ("
          + by
          + ")\n"
          + sum(histogram.metric() + "_bucket", valid, List.of(le), lookback, by);
    }
  }

  /** Bad requests are those within a bucket of a histogram. */
  record WithinBucket(RuntimeMetrics.Histogram histogram, Cases valid, String le)
      implements Indicator {

    @Override
    public String total(String lookback, String by) {
      return sum(histogram.metric() + "_count", valid, List.of(), lookback, by);
    }

    @Override
    public String bad(String lookback, String by, String total) {
      return sum(histogram.metric() + "_bucket", valid, List.of(le), lookback, by);
    }
  }

  /** No two cases have a series in common, so {@code or} adds them up and doubles none. */
  private static String sum(
      String metric, Cases cases, List<String> matchers, String lookback, String by) {
    return cases.list().stream()
        .map(one -> increase(metric, one, matchers, lookback))
        .collect(Collectors.joining(" or ", "sum by (" + by + ") (", ")"));
  }

  private static String increase(
      String metric, Case lines, List<String> matchers, String lookback) {
    return "increase(%s[%s])".formatted(PromQl.selector(metric, lines, matchers), lookback);
  }
}
