/**
 * SLOs as Prometheus recording and alerting rules over the counters of the inference runtime.
 *
 * <p>In: {@link dev.burnline.slo.Slo}s. Out: a rule file that {@code promtool check rules} accepts,
 * and for every SLO that has no exact form there the reason. Entry: {@link
 * dev.burnline.slo.prometheus.PrometheusRules}.
 *
 * <p>With counters that are sampled and rules that are evaluated on every whole minute, alerts fire
 * and resolve at the minutes of Burnline's own replay. Where the two differ:
 *
 * <ul>
 *   <li>Prometheus 2 counts what lies between the first and the last sample of a lookback, so the
 *       minute is that of the scrape and not of the request; Prometheus 3 leaves out the sample on
 *       the lookback's edge and extrapolates over one scrape interval.
 *   <li>Events before the first sample of a series are not seen: the runtime has to start its
 *       counters at 0. After a restart Prometheus extrapolates over the gap.
 *   <li>A pair whose lookback is without events keeps its state in a replay; a Prometheus alert
 *       ends. {@code SLODataStale} ends when the last event leaves the SLO's window.
 * </ul>
 */
@NullMarked
package dev.burnline.slo.prometheus;

import org.jspecify.annotations.NullMarked;
