/**
 * Rollup files on any Hadoop file system, and the rules that make every line count exactly once.
 *
 * <p>In: rollups of stretches of segments. Out: the files that together hold every line once.
 * Entry: {@link dev.burnline.store.RollupStore}; what counts is decided by {@link
 * dev.burnline.store.StoreContent}.
 *
 * <h2>The rules</h2>
 *
 * <ol>
 *   <li>A rollup is a pure function of a stretch of a segment's bytes and of the counters. Its name
 *       says all three, so a file never changes its meaning and writing it again is harmless.
 *   <li>A file appears by one rename from {@code tmp/}. What is half written is never in place, and
 *       what is in place is on the disk, not only in its cache.
 *   <li>Progress is not kept anywhere else: how far a segment is read is what its files cover.
 *   <li>Files that only repeat what others hold are left out by every reader, whether they have
 *       been deleted yet or not.
 *   <li>A file that cannot be read at the moment is named and keeps its place: its segment is left
 *       alone, and only what reading finds to be other than written is damaged.
 *   <li>Files are deleted only by the holder of the lock, only after what covers them is in place
 *       and its name is on the disk.
 * </ol>
 *
 * <h2>What a kill leaves behind, step by step</h2>
 *
 * <ul>
 *   <li>While a split is read, or a file is written to {@code tmp/}: rubbish in {@code tmp/}, which
 *       no reader looks at and the next run deletes. The segment is where it was; it is read again.
 *   <li>After a part was stored under {@code tmp/}, before the join: the same.
 *   <li>After the joined file was moved into place, before the shorter one is deleted: both are
 *       there; the longer one counts, since both begin at the same offset. The next run deletes the
 *       shorter one.
 *   <li>After a compacted file was moved into place, before its sources are deleted: it counts,
 *       they do not. The next run deletes them.
 *   <li>Between finding a file damaged and reading it once more from where it was set aside: if it
 *       is sound after all, the next run moves it back, unless the store has more by then.
 *   <li>Between setting a damaged file aside and reading its log again: the segment is not covered,
 *       so the next run reads it, and lists the damaged file as lost if it cannot.
 *   <li>After a read mark was written, before the rollup it belongs to: marks are written after the
 *       rollup is in place or in {@code tmp/}; in the latter case the mark is true of the file, but
 *       the store covers less than it says, so the file is read again.
 *   <li>After a loss of power at any of these moments: the same as after a kill. A file whose name
 *       was not on the disk yet is missing, but then nothing that it covers has been deleted.
 *   <li>While the lock is held: the operating system gives a local lock back; a lease ends by
 *       itself.
 * </ul>
 */
@NullMarked
package dev.burnline.store;

import org.jspecify.annotations.NullMarked;
