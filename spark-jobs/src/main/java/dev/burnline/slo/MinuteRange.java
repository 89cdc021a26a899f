package dev.burnline.slo;

/**
 * Minutes since 1970-01-01T00:00Z, half open.
 *
 * @param to above {@code from}
 */
public record MinuteRange(long from, long to) {

  public MinuteRange {
    if (to <= from) {
      throw new IllegalArgumentException("no minutes from %d to %d".formatted(from, to));
    }
  }
}
