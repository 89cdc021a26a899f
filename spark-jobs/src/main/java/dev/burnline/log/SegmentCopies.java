package dev.burnline.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/**
 * Tells copies of one segment from logs that only begin with the same line, as two writers do whose
 * lines carry neither a request id nor a number. Of these only one can be counted, so the other is
 * named.
 */
final class SegmentCopies {

  private static final int COMPARED_BYTES = 1 << 12;

  private final Configuration hadoop;

  SegmentCopies(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /** Returns the plain logs that go on differently than the longest one of their segment. */
  List<UnreadLog> differing(List<IdentifiedLog> logs) {
    Map<String, List<IdentifiedLog>> segments =
        logs.stream()
            .filter(log -> !log.isCompressed())
            .collect(Collectors.groupingBy(IdentifiedLog::segmentId));
    List<UnreadLog> differing = new ArrayList<>();
    for (List<IdentifiedLog> copies : segments.values()) {
      IdentifiedLog longest =
          copies.stream().max(Comparator.comparingLong(log -> log.file().size())).orElseThrow();
      for (IdentifiedLog copy : copies) {
        if (!copy.equals(longest) && differ(copy, longest)) {
          differing.add(
              new UnreadLog(
                  copy.file().displayName(),
                  "it begins with the same line as %s and goes on differently; only the longer one is counted"
                      .formatted(longest.file().displayName())));
        }
      }
    }
    return differing;
  }

  /** Compares the end of the shorter one with what the longer one has there. */
  private boolean differ(IdentifiedLog copy, IdentifiedLog longest) {
    int length = (int) Math.min(COMPARED_BYTES, copy.file().size());
    long offset = copy.file().size() - length;
    try {
      byte[] ofCopy = bytes(copy, offset, length);
      byte[] ofLongest = bytes(longest, offset, length);
      return ofCopy.length == length
          && ofLongest.length == length
          && !Arrays.equals(ofCopy, ofLongest);
    } catch (IOException e) {
      // Moved or replaced meanwhile; whoever reads it will notice.
      return false;
    }
  }

  private byte[] bytes(IdentifiedLog log, long offset, int length) throws IOException {
    try (IdentifiedLog.Reading reading = log.open(hadoop)) {
      InputStream in = reading.from(offset);
      return in.readNBytes(length);
    }
  }
}
