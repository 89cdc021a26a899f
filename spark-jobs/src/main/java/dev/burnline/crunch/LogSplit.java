package dev.burnline.crunch;

import static java.util.Objects.requireNonNull;

import dev.burnline.log.IdentifiedLog;
import java.io.Serializable;

/**
 * A stretch of one log to be read by one task: the lines that begin in {@code [start, end)} of the
 * uncompressed content.
 *
 * @param end {@link Long#MAX_VALUE} for all there is
 * @param weight bytes of storage to read, for progress and balance
 * @param last whether nothing of the log is left behind this split
 * @param whole whether this is all that is needed of the segment, so that nothing is to be joined
 */
public record LogSplit(
    IdentifiedLog log, long start, long end, long weight, boolean last, boolean whole)
    implements Serializable {

  public LogSplit {
    requireNonNull(log, "log is null");
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a split cannot go from %d to %d".formatted(start, end));
    }
  }
}
