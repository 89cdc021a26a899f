/**
 * One rollup file per log segment, on any Hadoop file system.
 *
 * <p>In: rollups of stretches of segments. Out: for each segment the rollup that covers most of it.
 * Entry: {@link dev.burnline.store.RollupStore}.
 *
 * <p>A rollup is a pure function of a segment's prefix. Its file is named by segment and covered
 * length, is written to a temporary name and moved into place; readers take, per segment, the file
 * that covers most. So crunching again is harmless, and there is no offset database that could
 * disagree with the data.
 */
@NullMarked
package dev.burnline.store;

import org.jspecify.annotations.NullMarked;
