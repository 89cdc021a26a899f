package dev.burnline.serve.metrics;

import dev.burnline.serve.event.TokenGaps;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A histogram of gaps between tokens. It takes a request's gaps as the request has counted them:
 * the library's own histogram would want to be told of each of them. Each set of labels is to be
 * asked for once. Thread-safe.
 */
final class GapHistogram implements Collector {

  private static final double[] BOUNDS = boundsAndInfinity();

  private final String name;
  private final String help;
  private final Queue<Series> all = new ConcurrentLinkedQueue<>();

  GapHistogram(String name, String help) {
    this.name = name;
    this.help = help;
  }

  /** Returns the series of these values of a request's labels; it exists from its first gap on. */
  Series series(String... labelValues) {
    Series added = new Series(Labels.of(RequestLabels.NAMES, labelValues));
    all.add(added);
    return added;
  }

  @Override
  public HistogramSnapshot collect() {
    HistogramSnapshot.Builder snapshot = HistogramSnapshot.builder().name(name).help(help);
    all.forEach(series -> series.point().ifPresent(snapshot::dataPoint));
    return snapshot.build();
  }

  /** What the requests of one set of labels add up to. Thread-safe. */
  static final class Series {
    private final Labels labels;
    private final long[] counts = new long[BOUNDS.length];
    private double seconds;
    private boolean any;

    private Series(Labels labels) {
      this.labels = labels;
    }

    /** Adds the gaps of a request, which took so long together. */
    synchronized void add(TokenGaps gaps, double requestSeconds) {
      List<Long> more = gaps.counts();
      for (int i = 0; i < counts.length; i++) {
        counts[i] += more.get(i);
      }
      seconds += requestSeconds;
      any = true;
    }

    private synchronized Optional<HistogramDataPointSnapshot> point() {
      return any
          ? Optional.of(
              HistogramDataPointSnapshot.builder()
                  .labels(labels)
                  .classicHistogramBuckets(ClassicHistogramBuckets.of(BOUNDS, counts))
                  .sum(seconds)
                  .build())
          : Optional.empty();
    }
  }

  private static double[] boundsAndInfinity() {
    double[] bounds = new double[Buckets.BETWEEN_TOKENS.length + 1];
    System.arraycopy(Buckets.BETWEEN_TOKENS, 0, bounds, 0, Buckets.BETWEEN_TOKENS.length);
    bounds[bounds.length - 1] = Double.POSITIVE_INFINITY;
    return bounds;
  }
}
