package dev.burnline.evaluate;

import dev.burnline.report.ServiceReport;
import dev.burnline.report.ServiceReport.DurationFigures;
import dev.burnline.report.ServiceReport.Measures;
import dev.burnline.report.WeeklySummary.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which measures changed most against the week before. A change must be more than chance and more
 * than the histograms' error: medians need 20 values on both sides, 95th percentiles 200, error
 * rates 20 requests and a difference of two standard errors; times and throughput must differ by 5
 * %.
 */
public final class WeekChanges {

  private static final int MOST = 3;
  private static final long ENOUGH = 20;
  private static final long ENOUGH_FOR_P95 = 200;
  private static final double NOTABLE = 1.05;

  private final List<Change> worse = new ArrayList<>();
  private final List<Change> better = new ArrayList<>();

  private WeekChanges() {}

  /** Compares each service's week with the one before it. */
  public static WeekChanges of(List<ServiceReport> services) {
    WeekChanges changes = new WeekChanges();
    for (ServiceReport service : services) {
      Measures before = service.comparedWith().previous();
      if (before != null) {
        changes.compare(service, before);
      }
    }
    return changes;
  }

  /** Returns what became worst, at most three. */
  public List<Change> regressions() {
    return top(worse);
  }

  /** Returns what became better most, at most three. */
  public List<Change> improvements() {
    return top(better);
  }

  private static List<Change> top(List<Change> changes) {
    return changes.stream()
        .sorted(
            Comparator.comparingDouble(Change::factor)
                .reversed()
                .thenComparing(Change::service)
                .thenComparing(Change::measure))
        .limit(MOST)
        .toList();
  }

  private void compare(ServiceReport now, Measures before) {
    errorRate(now, before);
    DurationFigures duration = now.latency().durationMs();
    DurationFigures earlier = before.latency().durationMs();
    time(now, "duration_ms.p50", duration, earlier, DurationFigures::p50, ENOUGH);
    time(now, "duration_ms.p95", duration, earlier, DurationFigures::p95, ENOUGH_FOR_P95);
    time(
        now,
        "ttft_ms.p95",
        now.latency().ttftMs(),
        before.latency().ttftMs(),
        DurationFigures::p95,
        ENOUGH_FOR_P95);
    time(
        now,
        "tpot_ms.p95",
        now.latency().tpotMs(),
        before.latency().tpotMs(),
        DurationFigures::p95,
        ENOUGH_FOR_P95);
    time(
        now,
        "queue_ms.p95",
        now.latency().queueMs(),
        before.latency().queueMs(),
        DurationFigures::p95,
        ENOUGH_FOR_P95);
    Double mean = now.throughput().weightedMean();
    Double meanBefore = before.throughput().weightedMean();
    if (mean != null && meanBefore != null && duration != null && earlier != null) {
      // Less throughput is worse, so the two change places.
      notable(
          new Measured(
              now.service(),
              "throughput_tps.weighted_mean",
              mean,
              meanBefore,
              duration.count(),
              earlier.count()),
          meanBefore / mean,
          ENOUGH);
    }
  }

  private void errorRate(ServiceReport now, Measures before) {
    Double rate = now.errorRate();
    Double rateBefore = before.errorRate();
    if (rate == null || rateBefore == null) {
      return;
    }
    long n = now.requests();
    long m = before.requests();
    if (!RateChange.isBeyondChance(now.errors(), n, before.errors(), m)) {
      return;
    }
    double factor =
        (Math.max(0.5, (double) now.errors()) / n) / (Math.max(0.5, (double) before.errors()) / m);
    add(new Measured(now.service(), "error_rate", rate, rateBefore, n, m), factor);
  }

  private void time(
      ServiceReport service,
      String measure,
      @Nullable DurationFigures now,
      @Nullable DurationFigures before,
      Function<DurationFigures, Double> of,
      long enough) {
    if (now != null && before != null) {
      notable(
          new Measured(
              service.service(),
              measure,
              of.apply(now),
              of.apply(before),
              now.count(),
              before.count()),
          of.apply(now) / of.apply(before),
          enough);
    }
  }

  private record Measured(
      String service, String name, double now, double before, long countNow, long countBefore) {

    Change changedBy(double factor) {
      return new Change(service, name, now, before, factor, countNow, countBefore);
    }
  }

  private void notable(Measured measured, double worseBy, long enough) {
    boolean comparable =
        measured.now > 0
            && measured.before > 0
            && measured.countNow >= enough
            && measured.countBefore >= enough;
    if (comparable && (worseBy >= NOTABLE || worseBy <= 1 / NOTABLE)) {
      add(measured, worseBy);
    }
  }

  private void add(Measured measured, double worseBy) {
    if (worseBy > 1) {
      worse.add(measured.changedBy(worseBy));
    } else if (worseBy < 1) {
      better.add(measured.changedBy(1 / worseBy));
    }
  }
}
