/**
 * Error budgets, burn rates and the forecast of exhaustion.
 *
 * <p>In: an SLO and the good and valid events of each minute. Out: the SLO's part of a report and a
 * service's verdict. A budgeting method only turns events into units ({@link
 * dev.burnline.slo.budget.BudgetSeries}); what follows is the same for all. Nothing is rounded
 * before it is compared. Entry: {@link dev.burnline.slo.budget.SloEvaluation}. Plain Java, no
 * Spark.
 */
@NullMarked
package dev.burnline.slo.budget;

import org.jspecify.annotations.NullMarked;
