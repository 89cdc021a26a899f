package dev.burnline.serve.metrics;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.engine.EngineLoad;
import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.event.LogEntry;
import dev.burnline.serve.event.RequestReceived;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * All metrics of the server. Thread-safe.
 *
 * <p>A request does not wait for its own metrics: what is told of it is taken in by the next
 * exposition at the latest, which has all that was told before.
 */
public final class ServerMetrics {

  /** The media type of {@link #exposition}. */
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final Supplier<Optional<TextEngine>> engine;
  private final RequestMetrics requests;
  private final Unsettled unsettled;
  private final CostHistogram logCost =
      new CostHistogram(
          "request_log_cost_seconds",
          "What it cost a request's own thread to note what is asked for and to write its lines.");

  /**
   * Makes the metrics.
   *
   * @param service the service's name, the same as in the log
   * @param version version of the server
   * @param tenants names that may be label values; others are {@code other}
   * @param engine what runs; empty while the model loads
   * @param logDropped lines that never reached the request log
   */
  public ServerMetrics(
      String service,
      String version,
      Set<String> tenants,
      Supplier<Optional<TextEngine>> engine,
      LongSupplier logDropped) {
    this.engine = requireNonNull(engine, "engine is null");
    this.requests =
        new RequestMetrics(
            registry,
            service,
            () -> engine.get().map(running -> running.model().name()).orElse(""),
            tenants);
    unsettled = new Unsettled(requests::observe);
    registry.register(logCost);
    gauge("num_requests_running", "Requests that the model works on.", EngineLoad::running);
    gauge("num_requests_waiting", "Requests in the queue.", EngineLoad::waiting);
    gauge(
        "kv_cache_usage_perc",
        "Share of the key-value cache that is reserved; 1 is all of it.",
        EngineLoad::cacheUsage);
    CounterWithCallback.builder()
        .name("log_dropped_total")
        .help("Lines that never reached the request log.")
        .callback(callback -> callback.call((double) logDropped.getAsLong()))
        .register(registry);
    Info.builder()
        .name("burnline_build_info")
        .help("The server's version.")
        .labelNames("version")
        .register(registry)
        .setLabelValues(version);
  }

  /** Takes in an entry of a request; one that came in counts for nothing yet. */
  public void observe(LogEntry entry) {
    if (!(entry instanceof RequestReceived)) {
      unsettled.add(entry);
    }
  }

  /** Takes in what its account and its lines have cost a request; not negative. */
  public void logCost(long nanos) {
    logCost.observe(nanos);
  }

  /** Adds the metrics of this JVM, whose listeners stay as long as it does. */
  public void addJvm() {
    JvmMetrics.builder().register(registry);
  }

  /** Says that the model is loaded: from now on there are series that start at 0. */
  public void ready() {
    requests.begin();
  }

  /** Returns all metrics in Prometheus's text format. */
  public byte[] exposition() {
    unsettled.settle();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(out, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  private void gauge(String name, String help, ToDoubleFunction<EngineLoad> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(
            callback ->
                callback.call(
                    engine.get().map(TextEngine::load).map(value::applyAsDouble).orElse(0.0)))
        .register(registry);
  }
}
