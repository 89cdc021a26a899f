/**
 * Requests and events per minute, service and outcome, as values that merge.
 *
 * <p>In: lines of a scan and the {@link dev.burnline.rollup.Counter}s of the SLO file. Out: counts,
 * exact sums, mergeable histograms and bounded exemplars. Merging is associative, so any cut of a
 * log into splits ends with the same rollup. Plain Java, no Spark.
 */
@NullMarked
package dev.burnline.rollup;

import org.jspecify.annotations.NullMarked;
