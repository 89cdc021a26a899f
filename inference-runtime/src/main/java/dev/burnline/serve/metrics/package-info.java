/**
 * What Prometheus is told.
 *
 * <p>In: the events of the request log, so that counters and log lines never disagree, and the load
 * of the engine. Out: Prometheus's text format, with the names and labels for which {@code burnline
 * slo prometheus} writes rules. Entry: {@link dev.burnline.serve.metrics.ServerMetrics}.
 */
@NullMarked
package dev.burnline.serve.metrics;

import org.jspecify.annotations.NullMarked;
