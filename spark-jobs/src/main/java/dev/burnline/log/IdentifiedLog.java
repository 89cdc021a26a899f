package dev.burnline.log;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A log file and the segment that it holds.
 *
 * @param segmentId SHA-256 of the uncompressed content up to the end of the first usable line, the
 *     first 32 hexadecimal digits
 */
public record IdentifiedLog(LogFile file, String segmentId) implements Serializable {

  public IdentifiedLog {
    requireNonNull(file, "file is null");
    requireNonNull(segmentId, "segmentId is null");
  }
}
