package dev.burnline.slo.spelling;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The names that are known at some place of a configuration.
 *
 * @param names at least one
 */
public record KnownNames(List<String> names) {

  /** Longer input is no slip of a known name, and comparing it would only cost time. */
  private static final int LONGEST_COMPARED = 64;

  private static final int SHORTEST_PART = 4;

  public KnownNames {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("names is empty");
    }
  }

  /** Makes known names of these, in their order. */
  public static KnownNames of(Collection<String> names) {
    return new KnownNames(List.copyOf(names));
  }

  /**
   * Returns the name with the fewest edits to {@code misspelt}, the first one among equals. An edit
   * weighs half where one is a part of the other, as {@code tokens} is of {@code input_tokens}.
   */
  public String nearestTo(String misspelt) {
    String nearest = names.get(0);
    int fewest = Integer.MAX_VALUE;
    for (String name : names) {
      int edits = edits(misspelt, name);
      int weight = isPart(misspelt, name) || isPart(name, misspelt) ? edits : 2 * edits;
      if (weight < fewest) {
        fewest = weight;
        nearest = name;
      }
    }
    return nearest;
  }

  /**
   * Returns the number of letters to insert, drop, replace or swap with their neighbour, ignoring
   * case.
   */
  public static int edits(String left, String right) {
    String a = lowerStart(left);
    String b = lowerStart(right);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      edits[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      edits[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int oneSided = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
        edits[i][j] = Math.min(replaced, oneSided);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[a.length()][b.length()];
  }

  private static boolean isPart(String part, String whole) {
    return part.length() >= SHORTEST_PART && lowerStart(whole).contains(lowerStart(part));
  }

  private static String lowerStart(String name) {
    String start = name.length() > LONGEST_COMPARED ? name.substring(0, LONGEST_COMPARED) : name;
    return start.toLowerCase(Locale.ROOT);
  }
}
