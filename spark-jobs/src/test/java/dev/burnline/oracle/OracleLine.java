package dev.burnline.oracle;

import org.jspecify.annotations.Nullable;

/**
 * A line of a segment that is not blank.
 *
 * @param segment number of the segment
 * @param bytes with the line end
 * @param millis its time; of an unusable line the time of its usable neighbour, null without one
 * @param unusableReason null for a usable line
 * @param repeated whether its {@code seq} was passed before in the segment
 * @param fields null for an unusable line
 */
record OracleLine(
    int segment,
    long bytes,
    @Nullable Long millis,
    @Nullable String unusableReason,
    boolean repeated,
    @Nullable LineFacts fields) {

  /** Whether everything beside lines and bytes counts it. */
  boolean counts() {
    return fields != null && !repeated;
  }
}
