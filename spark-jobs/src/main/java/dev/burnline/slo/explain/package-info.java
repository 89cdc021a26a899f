/**
 * SLOs in plain words and figures: what is good, how large the budget is, and when an alert fires.
 *
 * <p>In: an {@link dev.burnline.slo.Slo}. Out: words of its indicator, the share of bad events that
 * trips each alert, and how long a constant failure takes to do so. Entry: {@link
 * dev.burnline.slo.explain.SloExplanation}.
 */
@NullMarked
package dev.burnline.slo.explain;

import org.jspecify.annotations.NullMarked;
