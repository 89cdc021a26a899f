/**
 * Proof that every line counts exactly once, whatever happens to logs, store and runs.
 *
 * <p>In: rotated, truncated, compressed and deleted logs in a temporary folder, runs that are
 * killed or whose disk is full, damaged rollups. Out: assertions that the request ids written are
 * the request ids counted, or that the loss is counted. Entry: {@link
 * dev.burnline.trust.EveryLineCountsOnceTest}, which takes random actions against a plain list, and
 * the tests that name one fault each.
 */
@NullMarked
package dev.burnline.trust;

import org.jspecify.annotations.NullMarked;
