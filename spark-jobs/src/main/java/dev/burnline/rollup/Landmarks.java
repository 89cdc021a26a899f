package dev.burnline.rollup;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A few lines of a stretch, in its order: close to each other at its end, where a log is cut when
 * its machine crashes, and ever farther apart towards its start. Which lines these are hangs on the
 * content alone, not on the pieces in which it was read.
 */
public final class Landmarks implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Of the lines that are this many bytes apart, the last few are kept. */
  private static final int STEP_SHIFT = 10;

  /** And as many of those that are twice as far apart, and so on. */
  private static final int KEPT_OF_EACH_DISTANCE = 16;

  private static final int THIN_AT = 1 << 10;

  private final List<Landmark> lines;

  /** Creates the landmarks of an empty stretch. */
  public Landmarks() {
    this(List.of());
  }

  /** Creates landmarks from a {@link #list()}. */
  public Landmarks(List<Landmark> lines) {
    this.lines = new ArrayList<>(lines);
  }

  /** Takes the next line of the stretch, if it is to be one. */
  void line(byte[] buffer, int start, int length, long offset) {
    if (offset >> STEP_SHIFT != (offset + length) >> STEP_SHIFT) {
      lines.add(Landmark.of(offset, buffer, start, length));
      if (lines.size() >= THIN_AT) {
        thin();
      }
    }
  }

  /** Adds those of the stretch that follows. */
  public void append(Landmarks next) {
    lines.addAll(next.lines);
    thin();
  }

  /** A line that is dropped once would be dropped later as well: the order of calls is nothing. */
  private void thin() {
    if (!lines.isEmpty()) {
      long last = lines.get(lines.size() - 1).offset() >> STEP_SHIFT;
      lines.removeIf(line -> !isKept(line.offset() >> STEP_SHIFT, last));
    }
  }

  private static boolean isKept(long step, long last) {
    int zeros = Math.min(Long.numberOfTrailingZeros(step + 1), Integer.SIZE);
    return last - step < (long) KEPT_OF_EACH_DISTANCE << zeros;
  }

  /** Returns the last line that ends at or before an offset; empty where none is known. */
  public Optional<Landmark> lastUpTo(long offset) {
    Landmark last = null;
    for (Landmark line : lines) {
      if (line.end() <= offset) {
        last = line;
      }
    }
    return Optional.ofNullable(last);
  }

  /** Returns the lines that end at or before an offset, in the order of the segment. */
  public List<Landmark> upTo(long offset) {
    return lines.stream().filter(line -> line.end() <= offset).toList();
  }

  /** Returns the lines, in the order of the segment. */
  public List<Landmark> list() {
    thin();
    return List.copyOf(lines);
  }
}
