package dev.burnline.rollup;

import java.io.Serializable;

/**
 * A run of {@code seq} numbers of one boot that were read without a gap.
 *
 * @param first lowest number
 * @param last highest number
 * @param firstMinute the minute of the line that carried {@code first}, since 1970 UTC
 */
public record SeqRange(long first, long last, int firstMinute) implements Serializable {

  public SeqRange {
    if (first > last) {
      throw new IllegalArgumentException(
          "a seq range cannot go from %d to %d".formatted(first, last));
    }
  }

  SeqRange to(long newLast) {
    return new SeqRange(first, newLast, firstMinute);
  }
}
