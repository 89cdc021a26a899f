package dev.burnline.log;

import dev.burnline.scan.FirstUsableLine;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Reads just enough of a log's head to know its segment. */
final class SegmentHead {

  private static final int FIRST_LOOK_BYTES = 1 << 16;
  private static final int LAST_LOOK_BYTES = 1 << 23;
  private static final int ID_DIGITS = 32;

  private final FirstUsableLine.Search search;
  private final byte[] head;

  private SegmentHead(FirstUsableLine.Search search, byte[] head) {
    this.search = search;
    this.head = head;
  }

  /** Reads on until there is a usable line, at most 8 MiB. */
  static SegmentHead read(InputStream content) throws IOException {
    byte[] head = content.readNBytes(FIRST_LOOK_BYTES);
    FirstUsableLine.Search search = FirstUsableLine.search(head);
    if (search.endOffset().isEmpty() && head.length == FIRST_LOOK_BYTES) {
      byte[] more = content.readNBytes(LAST_LOOK_BYTES);
      byte[] all = java.util.Arrays.copyOf(head, head.length + more.length);
      System.arraycopy(more, 0, all, head.length, more.length);
      head = all;
      search = FirstUsableLine.search(head);
    }
    return new SegmentHead(search, head);
  }

  /** The segment's identity; empty without a usable line. */
  Optional<String> segmentId() {
    return search.endOffset().stream()
        .mapToObj(end -> HexFormat.of().formatHex(sha256((int) end)).substring(0, ID_DIGITS))
        .findFirst();
  }

  /** Whether there is not one complete line yet. */
  boolean isWaiting() {
    return search.endOffset().isEmpty() && search.firstProblem().isEmpty();
  }

  /** Why the first line is unusable, where no line is usable. */
  String problem() {
    return search
        .firstProblem()
        .map(
            reason ->
                "no usable line in its first %d bytes; the first line is %s"
                    .formatted(head.length, reason.key()))
        .orElse("no complete line");
  }

  private byte[] sha256(int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(head, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
