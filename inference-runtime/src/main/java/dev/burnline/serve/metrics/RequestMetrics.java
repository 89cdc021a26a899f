package dev.burnline.serve.metrics;

import dev.burnline.serve.event.Outcome;
import dev.burnline.serve.event.RequestFinished;
import dev.burnline.serve.event.RequestParameters;
import dev.burnline.serve.event.Status;
import dev.burnline.serve.event.Timings;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counters and histograms of finished requests. */
final class RequestMetrics {

  /** The labels that an SLO's rules select by; an absent field is an empty label. */
  private static final String[] LABELS = {
    "service", "model", "status", "error_type", "finish_reason", "tenant", "route"
  };

  /** Takes the place of what clients may choose freely. */
  private static final String OTHER = "other";

  private static final double MILLIS = 1_000;

  private final String service;
  private final Supplier<String> servedModel;
  private final Set<String> tenants;
  private final Counter finished;
  private final Counter succeeded;
  private final Counter promptTokens;
  private final Counter generatedTokens;
  private final Histogram duration;
  private final Histogram firstToken;
  private final Histogram perToken;
  private final GapHistogram betweenTokens;
  private final Histogram queue;
  private final Histogram prefill;
  private final Histogram decode;
  private final ReferenceMetrics reference;

  /**
   * Makes the metrics.
   *
   * @param servedModel name of the loaded model; empty before
   */
  RequestMetrics(
      PrometheusRegistry registry,
      String service,
      Supplier<String> servedModel,
      Set<String> tenants) {
    this.service = service;
    this.servedModel = servedModel;
    this.tenants = Set.copyOf(tenants);
    finished = counter(registry, "requests_finished_total", "Requests that ended.", LABELS);
    succeeded =
        counter(
            registry,
            "request_success_total",
            "Requests that were answered.",
            "service",
            "finished_reason");
    promptTokens =
        counter(registry, "prompt_tokens_total", "Tokens of prompts that were read.", "service");
    generatedTokens =
        counter(registry, "generation_tokens_total", "Tokens that were generated.", "service");
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
    reference = new ReferenceMetrics(registry);
    // A failure that has not happened yet is a zero, not a series that is missing.
    generatedTokens.initLabelValues(service);
    promptTokens.initLabelValues(service);
  }

  /** Makes the series of an answered request exist before the first one. */
  void begin() {
    for (String route : Buckets.ROUTES) {
      finished.initLabelValues(
          service, servedModel.get(), Status.SUCCESS.key(), "", "stop", "", route);
    }
  }

  void observe(RequestFinished event) {
    String[] labels = labels(event);
    Timings timings = event.timings();
    long outputTokens = orZero(event.answer().outputTokens());
    finished.labelValues(labels).inc();
    if (event.outcome().status() == Status.SUCCESS) {
      succeeded.labelValues(service, finishReason(event.outcome())).inc();
    }
    // The prompt of a request that was refused or waited in vain was counted, and never read.
    if (event.load().runningAtStart() != null) {
      promptTokens.labelValues(service).inc(orZero(event.answer().inputTokens()));
    }
    generatedTokens.labelValues(service).inc(outputTokens);
    observe(duration, labels, timings.durationMillis());
    observe(firstToken, labels, timings.ttftMillis());
    observe(perToken, labels, timings.tpotMillis(outputTokens));
    if (timings.gaps() != null && timings.decodeMillis() != null) {
      betweenTokens.add(Labels.of(LABELS, labels), timings.gaps(), timings.decodeMillis() / MILLIS);
    }
    observe(queue, labels, timings.queueMillis());
    observe(prefill, labels, timings.prefillMillis());
    observe(decode, labels, timings.decodeMillis());
    reference.observe(
        event.outcome().status().key(), timings.durationMillis() / MILLIS, outputTokens);
  }

  private String[] labels(RequestFinished event) {
    Outcome outcome = event.outcome();
    RequestParameters parameters = event.parameters();
    return new String[] {
      service,
      known(parameters.model(), Set.of(servedModel.get())),
      outcome.status().key(),
      outcome.errorType() == null ? "" : outcome.errorType().key(),
      finishReason(outcome),
      known(parameters.tenant(), tenants),
      known(parameters.route(), Buckets.ROUTES)
    };
  }

  private static String finishReason(Outcome outcome) {
    return outcome.finishReason() == null ? "" : outcome.finishReason().key();
  }

  private static String known(@Nullable String value, Set<String> values) {
    if (value == null) {
      return "";
    }
    return values.contains(value) ? value : OTHER;
  }

  private static void observe(Histogram histogram, String[] labels, @Nullable Double millis) {
    if (millis != null) {
      histogram.labelValues(labels).observe(millis / MILLIS);
    }
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  static Counter counter(PrometheusRegistry registry, String name, String help, String... labels) {
    return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  private static Histogram histogram(
      PrometheusRegistry registry, String name, String help, double... bounds) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .labelNames(LABELS)
        .classicOnly()
        .classicUpperBounds(bounds)
        .register(registry);
  }
}
