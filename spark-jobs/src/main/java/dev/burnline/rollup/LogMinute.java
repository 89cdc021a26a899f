package dev.burnline.rollup;

import dev.burnline.scan.Unusable;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What was read of the log in one minute, whoever wrote it. */
public final class LogMinute implements Row, Serializable {

  private static final long serialVersionUID = 1L;

  private final int minute;
  private long lines;
  private long bytes;
  private long repeatedLines;
  private long duplicateRequests;
  private final EnumMap<Unusable, Long> unusable;

  /** Creates a minute without lines. */
  public LogMinute(int minute) {
    this(minute, 0, 0, 0, 0, Map.of());
  }

  /**
   * Creates a minute from its figures.
   *
   * @param minute since 1970 UTC
   * @param lines all lines, usable or not
   * @param bytes of these lines, their ends included
   * @param unusable unusable lines by reason
   */
  public LogMinute(
      int minute,
      long lines,
      long bytes,
      long repeatedLines,
      long duplicateRequests,
      Map<Unusable, Long> unusable) {
    this.minute = minute;
    this.lines = lines;
    this.bytes = bytes;
    this.repeatedLines = repeatedLines;
    this.duplicateRequests = duplicateRequests;
    this.unusable = new EnumMap<>(Unusable.class);
    this.unusable.putAll(unusable);
  }

  void addLine(long lineBytes) {
    lines++;
    bytes += lineBytes;
  }

  void addUnusable(Unusable reason, long lineBytes) {
    addLine(lineBytes);
    unusable.merge(reason, 1L, Long::sum);
  }

  void addRepeated(boolean request) {
    repeatedLines++;
    if (request) {
      duplicateRequests++;
    }
  }

  @Override
  public void add(Row other) {
    if (!(other instanceof LogMinute more) || more.minute != minute) {
      throw unlike(other);
    }
    addFigures(more);
  }

  /** Adds the figures of any other minute. */
  public void addFigures(LogMinute more) {
    lines += more.lines;
    bytes += more.bytes;
    repeatedLines += more.repeatedLines;
    duplicateRequests += more.duplicateRequests;
    more.unusable.forEach((reason, count) -> unusable.merge(reason, count, Long::sum));
  }

  @Override
  public String service() {
    return "";
  }

  @Override
  public int minute() {
    return minute;
  }

  /** Returns all lines, usable or not. */
  public long lines() {
    return lines;
  }

  /** Returns the uncompressed bytes of the lines, their ends included. */
  public long bytes() {
    return bytes;
  }

  /** Returns the lines whose {@code seq} had been seen before. */
  public long repeatedLines() {
    return repeatedLines;
  }

  /** Returns the finished requests among the repeated lines. */
  public long duplicateRequests() {
    return duplicateRequests;
  }

  /** Returns the unusable lines by reason; reasons that did not occur are absent. */
  public Map<Unusable, Long> unusable() {
    return Collections.unmodifiableMap(unusable);
  }
}
