package dev.burnline.serve.metrics;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.engine.EngineLoad;
import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.event.LogEvent;
import dev.burnline.serve.event.RequestFinished;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * All metrics of the server. Thread-safe.
 *
 * <p>What is told of a request is kept until somebody settles it, and an exposition does: it has
 * all that was told before. So no request waits for its own metrics.
 */
public final class ServerMetrics {

  /** The media type of {@link #exposition}. */
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final Supplier<Optional<TextEngine>> engine;
  private final RequestMetrics requests;
  private final Histogram logCost;
  private final Queue<Runnable> unsettled = new ConcurrentLinkedQueue<>();

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
    logCost =
        Histogram.builder()
            .name("request_log_cost_seconds")
            .help("How long a request's own thread was kept by its account and its log lines.")
            .classicOnly()
            .classicUpperBounds(Buckets.LOG_COST)
            .register(registry);
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
    JvmMetrics.builder().register(registry);
  }

  /** Takes in an event of the request log. */
  public void observe(LogEvent event) {
    if (event instanceof RequestFinished finished) {
      later(() -> requests.observe(finished));
    }
  }

  /** Takes in what its log lines have cost a request; not negative. */
  public void logCost(long nanos) {
    later(() -> logCost.observe(nanos / 1e9));
  }

  private void later(Runnable observation) {
    try {
      unsettled.add(observation);
    } catch (OutOfMemoryError e) {
      settle();
      observation.run();
    }
  }

  /** Brings the metrics up to date, so that what was told is kept no longer. */
  public synchronized void settle() {
    Runnable observation = unsettled.poll();
    while (observation != null) {
      observation.run();
      observation = unsettled.poll();
    }
  }

  /** Says that the model is loaded: from now on there are series that start at 0. */
  public void ready() {
    requests.begin();
  }

  /** Returns all metrics in Prometheus's text format. */
  public byte[] exposition() {
    settle();
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
