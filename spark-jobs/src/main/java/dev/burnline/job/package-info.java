/**
 * The Spark jobs.
 *
 * <p>In: paths of logs, the SLO file, a store and a time. Out: rollups in the store and a report in
 * a folder. Spark only distributes: what its tasks do is plain Java from the other packages. Entry:
 * {@link dev.burnline.job.MakeReportJob}.
 */
@NullMarked
package dev.burnline.job;

import org.jspecify.annotations.NullMarked;
