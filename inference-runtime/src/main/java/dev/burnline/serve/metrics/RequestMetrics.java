package dev.burnline.serve.metrics;

import dev.burnline.serve.event.Outcome;
import dev.burnline.serve.event.RequestFinished;
import dev.burnline.serve.event.Status;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counters and histograms of finished requests. */
final class RequestMetrics {

  private final String service;
  private final Supplier<String> servedModel;
  private final Set<String> tenants;
  private final RequestFamilies families;
  private final Map<RequestLabels, RequestFamilies.Series> series = new ConcurrentHashMap<>();
  private final Counter succeeded;
  private final CounterDataPoint promptTokens;
  private final CounterDataPoint generatedTokens;
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
    families = new RequestFamilies(registry);
    succeeded =
        counter(
            registry,
            "request_success_total",
            "Requests that were answered.",
            "service",
            "finished_reason");
    // A failure that has not happened yet is a zero, not a series that is missing.
    promptTokens =
        counter(registry, "prompt_tokens_total", "Tokens of prompts that were read.", "service")
            .labelValues(service);
    generatedTokens =
        counter(registry, "generation_tokens_total", "Tokens that were generated.", "service")
            .labelValues(service);
    reference = new ReferenceMetrics(registry);
  }

  /** Makes the series of an answered request exist before the first one. */
  void begin() {
    for (String route : Buckets.ROUTES) {
      series(
          new RequestLabels(
              service, servedModel.get(), Status.SUCCESS.key(), "", "stop", "", route));
    }
  }

  void observe(RequestFinished event) {
    RequestLabels labels = RequestLabels.of(event, service, servedModel.get(), tenants);
    series(labels).observe(event);
    Outcome outcome = event.outcome();
    if (outcome.status() == Status.SUCCESS) {
      succeeded.labelValues(service, labels.finishReason()).inc();
    }
    // The prompt of a request that was refused or waited in vain was counted, and never read.
    if (event.load().runningAtStart() != null) {
      promptTokens.inc(orZero(event.answer().inputTokens()));
    }
    long outputTokens = orZero(event.answer().outputTokens());
    generatedTokens.inc(outputTokens);
    reference.observe(
        outcome.status().key(), event.timings().durationMillis() / 1_000, outputTokens);
  }

  private RequestFamilies.Series series(RequestLabels labels) {
    return series.computeIfAbsent(labels, families::series);
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  static Counter counter(PrometheusRegistry registry, String name, String help, String... labels) {
    return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
  }
}
