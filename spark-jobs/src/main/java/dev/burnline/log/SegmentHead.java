package dev.burnline.log;

import dev.burnline.scan.FirstUsableLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads just enough of a log's head to know its segment. */
final class SegmentHead {

  private static final int FIRST_LOOK_BYTES = 1 << 16;
  private static final int LAST_LOOK_BYTES = 1 << 23;
  private static final int ID_DIGITS = 32;

  private final FirstUsableLine.Search search;
  private final byte[] head;
  private final long nuls;

  private SegmentHead(FirstUsableLine.Search search, byte[] head, long nuls) {
    this.search = search;
    this.head = head;
    this.nuls = nuls;
  }

  /**
   * Reads on until there is a usable line, at most 8 MiB behind the NUL bytes that a truncation
   * under a writer leaves.
   *
   * @throws IOException when the stream breaks off before there is one
   */
  static SegmentHead read(InputStream content) throws IOException {
    long nuls = 0;
    Look look = Look.at(content, FIRST_LOOK_BYTES);
    while (look.isNul()) {
      nuls += look.bytes.length;
      look = Look.at(content, FIRST_LOOK_BYTES);
    }
    byte[] head = look.bytes;
    FirstUsableLine.Search search = FirstUsableLine.search(head);
    if (search.endOffset().isEmpty() && head.length == FIRST_LOOK_BYTES) {
      look = Look.at(content, LAST_LOOK_BYTES);
      head = Arrays.copyOf(head, head.length + look.bytes.length);
      System.arraycopy(look.bytes, 0, head, FIRST_LOOK_BYTES, look.bytes.length);
      search = FirstUsableLine.search(head);
    }
    if (search.endOffset().isEmpty() && look.broken != null) {
      throw look.broken;
    }
    return new SegmentHead(search, head, nuls);
  }

  /** Bytes read, fewer than asked for where the stream ends or breaks off. */
  private static final class Look {

    private final byte[] bytes;
    private final @Nullable IOException broken;

    private Look(byte[] bytes, @Nullable IOException broken) {
      this.bytes = bytes;
      this.broken = broken;
    }

    static Look at(InputStream content, int length) {
      byte[] bytes = new byte[Math.min(length, FIRST_LOOK_BYTES)];
      int filled = 0;
      IOException broken = null;
      try {
        int read;
        while (filled < length
            && (read = content.read(bytes, filled, bytes.length - filled)) >= 0) {
          filled += read;
          if (filled == bytes.length && filled < length) {
            bytes = Arrays.copyOf(bytes, Math.min(length, 2 * filled));
          }
        }
      } catch (IOException e) {
        broken = e;
      }
      return new Look(Arrays.copyOf(bytes, filled), broken);
    }

    boolean isNul() {
      return bytes.length > 0
          && bytes[0] == 0
          && Arrays.mismatch(bytes, new byte[bytes.length]) < 0;
    }
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
      if (nuls > 0) {
        digest.update(Long.toString(nuls).getBytes(StandardCharsets.UTF_8));
      }
      digest.update(head, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
