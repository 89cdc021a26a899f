package dev.burnline.render.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts as rows, greatest first; beyond a dozen the rest is added up. */
public final class Ranking {

  private static final int MOST_ROWS = 12;

  private Ranking() {}

  /**
   * Returns at most a dozen rows of {@code name}, {@code requests} and {@code share}; a last one
   * with {@code others}, the number of them, is the sum of all that have no row.
   */
  public static List<Map<String, Object>> of(Map<String, Long> counts) {
    long whole = counts.values().stream().mapToLong(Long::longValue).sum();
    var sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(
        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    int shown = sorted.size() <= MOST_ROWS ? sorted.size() : MOST_ROWS - 1;
    var rows = new ArrayList<Map<String, Object>>();
    for (var entry : sorted.subList(0, shown)) {
      rows.add(row(entry.getKey(), entry.getValue(), whole));
    }
    var rest = sorted.subList(shown, sorted.size());
    if (!rest.isEmpty()) {
      long sum = rest.stream().mapToLong(Map.Entry::getValue).sum();
      var row = new HashMap<>(row("… " + rest.size(), sum, whole));
      row.put("others", rest.size());
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, Object> row(String name, long requests, long whole) {
    double share = whole == 0 ? 0 : (double) requests / whole;
    return Map.of("name", name, "requests", requests, "share", share);
  }
}
