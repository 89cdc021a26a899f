/**
 * What a service-level objective is: its indicator, target, window, budgeting method, budget
 * policy, guards and excluded maintenance, and the thresholds of key indicators.
 *
 * <p>In: nothing. Out: values that the SLO file is read into ({@link dev.burnline.slo.openslo}) and
 * that budgets are worked out from ({@link dev.burnline.slo.budget}). Entry: {@link
 * dev.burnline.slo.Slo}. Plain Java, no Spark.
 */
@NullMarked
package dev.burnline.slo;

import org.jspecify.annotations.NullMarked;
