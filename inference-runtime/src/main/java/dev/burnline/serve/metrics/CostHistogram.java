package dev.burnline.serve.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A histogram of short times that adds next to nothing to them: a value takes two atomic steps and
 * no memory. Thread-safe.
 */
final class CostHistogram implements Collector {

  private static final double NANOS = 1e9;
  private static final double[] BOUNDS = {
    5e-6, 1e-5, 2e-5, 3e-5, 4e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3, 5e-3, 1e-2, Double.POSITIVE_INFINITY
  };

  private final String name;
  private final String help;
  private final AtomicLongArray counts = new AtomicLongArray(BOUNDS.length);
  private final AtomicLong nanosInAll = new AtomicLong();

  CostHistogram(String name, String help) {
    this.name = name;
    this.help = help;
  }

  void observe(long nanos) {
    double seconds = nanos / NANOS;
    int bucket = 0;
    while (seconds > BOUNDS[bucket]) {
      bucket++;
    }
    nanosInAll.addAndGet(nanos);
    counts.incrementAndGet(bucket);
  }

  @Override
  public HistogramSnapshot collect() {
    long[] now = new long[BOUNDS.length];
    for (int i = 0; i < now.length; i++) {
      now[i] = counts.get(i);
    }
    return HistogramSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(
            HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(ClassicHistogramBuckets.of(BOUNDS, now))
                .sum(nanosInAll.get() / NANOS)
                .build())
        .build();
  }
}
