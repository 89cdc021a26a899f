/**
 * From rollups to the figures of a report.
 *
 * <p>In: the rows of rollups, a {@link dev.burnline.evaluate.ReportPlan} and the SLO file. Out: the
 * report's value tree. What is gathered is a mergeable state per service ({@link
 * dev.burnline.evaluate.ServiceTally}) and one of the log ({@link dev.burnline.evaluate.LogTally});
 * they are finished last, service by service. Plain Java, no Spark.
 */
@NullMarked
package dev.burnline.evaluate;

import org.jspecify.annotations.NullMarked;
