package dev.burnline.serve.engine.answer;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the first stop string in a text that comes in pieces. The stop string whose last character
 * comes first wins, and of several that end there the longest, so that the borders of the pieces
 * change nothing. Linear in the text times the number of stop strings (Knuth, Morris, Pratt).
 */
final class StopStrings {

  private final String[] stops;
  private final int[][] fallbacks;
  private final int[] matched;
  private final StringBuilder held = new StringBuilder();
  private boolean found;

  StopStrings(List<String> stops) {
    this.stops = stops.toArray(String[]::new);
    this.fallbacks = new int[this.stops.length][];
    this.matched = new int[this.stops.length];
    for (int i = 0; i < this.stops.length; i++) {
      fallbacks[i] = fallbacks(this.stops[i]);
    }
  }

  /**
   * Takes a piece and returns the text that is final now: without the last characters that may
   * begin a stop string, which are fewer than the longest of these.
   */
  String accept(String piece) {
    if (stops.length == 0 || found) {
      return found ? "" : piece;
    }
    for (int i = 0; i < piece.length(); i++) {
      held.append(piece.charAt(i));
      int stopLength = advance(piece.charAt(i));
      if (stopLength > 0) {
        found = true;
        return take(held.length() - stopLength);
      }
    }
    int mayBegin = 0;
    for (int length : matched) {
      mayBegin = Math.max(mayBegin, length);
    }
    return take(held.length() - mayBegin);
  }

  /** Returns whether a stop string was found; nothing comes after it. */
  boolean found() {
    return found;
  }

  /** Returns the text held back, since nothing follows it, and begins anew. */
  String release() {
    String rest = found ? "" : held.toString();
    held.setLength(0);
    Arrays.fill(matched, 0);
    return rest;
  }

  private int advance(char next) {
    int longest = 0;
    for (int s = 0; s < stops.length; s++) {
      int length = matched[s];
      while (length > 0 && stops[s].charAt(length) != next) {
        length = fallbacks[s][length - 1];
      }
      if (stops[s].charAt(length) == next) {
        length++;
      }
      matched[s] = length;
      if (length == stops[s].length()) {
        longest = Math.max(longest, length);
      }
    }
    return longest;
  }

  private String take(int count) {
    String taken = held.substring(0, count);
    held.delete(0, count);
    return taken;
  }

  private static int[] fallbacks(String stop) {
    int[] fallbacks = new int[stop.length()];
    int length = 0;
    for (int i = 1; i < stop.length(); i++) {
      while (length > 0 && stop.charAt(i) != stop.charAt(length)) {
        length = fallbacks[length - 1];
      }
      if (stop.charAt(i) == stop.charAt(length)) {
        length++;
      }
      fallbacks[i] = length;
    }
    return fallbacks;
  }
}
