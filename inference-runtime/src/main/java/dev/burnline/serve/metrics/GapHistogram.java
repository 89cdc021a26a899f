package dev.burnline.serve.metrics;

import dev.burnline.serve.event.TokenGaps;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A histogram of gaps between tokens. It takes a request's gaps as the request has counted them:
 * the library's own histogram would want to be told of each of them. Thread-safe.
 */
final class GapHistogram implements Collector {

  private static final double[] BOUNDS = boundsAndInfinity();

  private final String name;
  private final String help;
  private final Map<Labels, Series> series = new HashMap<>();

  /** What the requests of one set of labels add up to. */
  private static final class Series {
    private final long[] counts = new long[BOUNDS.length];
    private double seconds;
  }

  GapHistogram(String name, String help) {
    this.name = name;
    this.help = help;
  }

  /** Adds the gaps of a request, which took so long together. */
  synchronized void add(Labels labels, TokenGaps gaps, double seconds) {
    Series sums = series.computeIfAbsent(labels, none -> new Series());
    List<Long> counts = gaps.counts();
    for (int i = 0; i < sums.counts.length; i++) {
      sums.counts[i] += counts.get(i);
    }
    sums.seconds += seconds;
  }

  @Override
  public synchronized HistogramSnapshot collect() {
    HistogramSnapshot.Builder snapshot = HistogramSnapshot.builder().name(name).help(help);
    series.forEach(
        (labels, sums) ->
            snapshot.dataPoint(
                HistogramDataPointSnapshot.builder()
                    .labels(labels)
                    .classicHistogramBuckets(ClassicHistogramBuckets.of(BOUNDS, sums.counts))
                    .sum(sums.seconds)
                    .build()));
    return snapshot.build();
  }

  private static double[] boundsAndInfinity() {
    double[] bounds = new double[Buckets.BETWEEN_TOKENS.length + 1];
    System.arraycopy(Buckets.BETWEEN_TOKENS, 0, bounds, 0, Buckets.BETWEEN_TOKENS.length);
    bounds[bounds.length - 1] = Double.POSITIVE_INFINITY;
    return bounds;
  }
}
