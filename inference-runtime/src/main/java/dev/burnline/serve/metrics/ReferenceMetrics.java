package dev.burnline.serve.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** The names of the reference deployment, for dashboards that are there already. */
final class ReferenceMetrics {

  private final Counter requests;
  private final Histogram duration;
  private final Counter outputTokens;

  ReferenceMetrics(PrometheusRegistry registry) {
    requests =
        RequestMetrics.counter(
            registry, "deepseek_requests_total", "Requests that ended.", "status");
    duration =
        Histogram.builder()
            .name("deepseek_response_duration_seconds")
            .help("Arrival to the answer's end.")
            .classicOnly()
            .classicUpperBounds(Buckets.REQUEST)
            .register(registry);
    outputTokens =
        RequestMetrics.counter(
            registry, "deepseek_output_tokens_total", "Tokens that were generated.");
    requests.initLabelValues("success");
    requests.initLabelValues("error");
  }

  void observe(String status, double durationSeconds, long tokens) {
    requests.labelValues(status).inc();
    duration.observe(durationSeconds);
    outputTokens.inc(tokens);
  }
}
