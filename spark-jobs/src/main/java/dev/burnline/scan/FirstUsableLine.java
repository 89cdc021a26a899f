package dev.burnline.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Looks for the first usable line of a log. */
public final class FirstUsableLine {

  private FirstUsableLine() {}

  /**
   * Searches the head of a log.
   *
   * @param head uncompressed bytes from the log's very start
   */
  public static Search search(byte[] head) {
    LineReader lines = new LineReader(new ByteArrayInputStream(head), 0, head.length + 1);
    LogScanner scanner = new LogScanner(EnumSet.noneOf(LogField.class));
    FirstLineSink sink = new FirstLineSink();
    try {
      while (!sink.found && lines.next()) {
        scanner.scanLine(lines, sink);
      }
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
    return new Search(
        sink.found ? OptionalLong.of(lines.endOffset()) : OptionalLong.empty(),
        Optional.ofNullable(sink.firstProblem));
  }

  /**
   * What a search found.
   *
   * @param endOffset behind the first usable line; empty when there is none
   * @param firstProblem why the first line that is not usable is not; empty when all are
   */
  public record Search(OptionalLong endOffset, Optional<Unusable> firstProblem) {}

  private static final class FirstLineSink implements LineSink {

    private boolean found;
    private @Nullable Unusable firstProblem;

    @Override
    public void accept(LogLine line, long bytes) {
      found = true;
    }

    @Override
    public void reject(Unusable reason, long offset, long bytes) {
      if (firstProblem == null) {
        firstProblem = reason;
      }
    }
  }
}
