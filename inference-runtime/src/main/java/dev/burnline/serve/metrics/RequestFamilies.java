package dev.burnline.serve.metrics;

import dev.burnline.serve.event.RequestFinished;
import dev.burnline.serve.event.Timings;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.jspecify.annotations.Nullable;

/** The metrics of a request that carry all of its labels. */
final class RequestFamilies {

  private static final double MILLIS = 1_000;

  private final Counter finished;
  private final Histogram duration;
  private final Histogram firstToken;
  private final Histogram perToken;
  private final GapHistogram betweenTokens;
  private final Histogram queue;
  private final Histogram prefill;
  private final Histogram decode;

  RequestFamilies(PrometheusRegistry registry) {
    finished =
        Counter.builder()
            .name("requests_finished_total")
            .help("Requests that ended.")
            .labelNames(RequestLabels.NAMES)
            .register(registry);
    duration =
        histogram(
            registry,
            "e2e_request_latency_seconds",
            "Arrival to the answer's end.",
            Buckets.REQUEST);
    firstToken =
        histogram(
            registry,
            "time_to_first_token_seconds",
            "Arrival to the first token.",
            Buckets.FIRST_TOKEN);
    perToken =
        histogram(
            registry,
            "request_time_per_output_token_seconds",
            "Mean time of a request's tokens after the first.",
            Buckets.BETWEEN_TOKENS);
    betweenTokens = new GapHistogram("inter_token_latency_seconds", "Time between two tokens.");
    registry.register(betweenTokens);
    queue =
        histogram(registry, "request_queue_time_seconds", "Time in the queue.", Buckets.REQUEST);
    prefill =
        histogram(
            registry,
            "request_prefill_time_seconds",
            "Begin of the work to the first token.",
            Buckets.REQUEST);
    decode =
        histogram(
            registry,
            "request_decode_time_seconds",
            "First token to the last one.",
            Buckets.REQUEST);
  }

  /** Returns the series of these labels; the counter begins at 0 with that. */
  Series series(RequestLabels labels) {
    return new Series(labels);
  }

  private static Histogram histogram(
      PrometheusRegistry registry, String name, String help, double... bounds) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .labelNames(RequestLabels.NAMES)
        .classicOnly()
        .classicUpperBounds(bounds)
        .register(registry);
  }

  /**
   * The series of one set of labels. To be kept: finding each of them by seven labels would cost a
   * request more than its log lines do. Thread-safe.
   */
  final class Series {
    private final CounterDataPoint count;
    private final Distribution durations;
    private final Distribution firstTokens;
    private final Distribution perTokens;
    private final GapHistogram.Series gaps;
    private final Distribution queues;
    private final Distribution prefills;
    private final Distribution decodes;

    private Series(RequestLabels labels) {
      String[] values = labels.values();
      count = finished.labelValues(values);
      durations = new Distribution(duration, values);
      firstTokens = new Distribution(firstToken, values);
      perTokens = new Distribution(perToken, values);
      gaps = betweenTokens.series(values);
      queues = new Distribution(queue, values);
      prefills = new Distribution(prefill, values);
      decodes = new Distribution(decode, values);
    }

    void observe(RequestFinished event) {
      Timings timings = event.timings();
      Long outputTokens = event.answer().outputTokens();
      count.inc();
      durations.observe(timings.durationMillis());
      firstTokens.observe(timings.ttftMillis());
      perTokens.observe(timings.tpotMillis(outputTokens == null ? 0 : outputTokens));
      if (timings.gaps() != null && timings.decodeMillis() != null) {
        gaps.add(timings.gaps(), timings.decodeMillis() / MILLIS);
      }
      queues.observe(timings.queueMillis());
      prefills.observe(timings.prefillMillis());
      decodes.observe(timings.decodeMillis());
    }
  }

  /** One series of a histogram; it exists from its first value on. */
  private static final class Distribution {
    private final Histogram histogram;
    private final String[] labels;
    private volatile @Nullable DistributionDataPoint point;

    Distribution(Histogram histogram, String[] labels) {
      this.histogram = histogram;
      this.labels = labels;
    }

    void observe(@Nullable Double millis) {
      if (millis == null) {
        return;
      }
      DistributionDataPoint known = point;
      if (known == null) {
        known = histogram.labelValues(labels);
        point = known;
      }
      known.observe(millis / MILLIS);
    }
  }
}
