/**
 * From log files to rollups in the store, as steps that run anywhere.
 *
 * <p>In: identified logs and what the store has of them. Out: the splits to read, the rollup of
 * each split, and joined rollups. Plain Java, no Spark: a job only carries the steps to its
 * executors.
 */
@NullMarked
package dev.burnline.crunch;

import org.jspecify.annotations.NullMarked;
