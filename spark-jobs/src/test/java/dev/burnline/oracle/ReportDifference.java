package dev.burnline.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an actual report says otherwise than the expected one. Keys that only the actual one has are
 * ignored, except in counts by value. {@link NumberRule} says how near numbers have to be.
 */
public final class ReportDifference {

  private static final int MOST_DIFFERENCES = 50;

  /** Objects from a value to its count: a value that is not there was counted 0 times. */
  private static final Set<String> COUNTS_BY_VALUE =
      Set.of("status_counts", "error_types", "finish_reasons", "malformed_by_reason");

  /** Arrays whose order says nothing, with the key that tells their entries apart. */
  private static final Map<String, String> KEY_OF_ENTRIES =
      Map.of("services", "service", "slos", "name", "kpis", "name", "gpus", "gpu");

  private final List<String> differences = new ArrayList<>();

  private ReportDifference() {}

  /**
   * Returns readable differences, each with the JSON pointer into the expected report; at most 50,
   * empty when the reports agree.
   */
  public static List<String> between(JsonNode expected, JsonNode actual) {
    ReportDifference difference = new ReportDifference();
    difference.compare("", "", expected, actual);
    return difference.differences.stream().limit(MOST_DIFFERENCES).toList();
  }

  private void compare(String pointer, String key, JsonNode expected, JsonNode actual) {
    if (differences.size() >= MOST_DIFFERENCES) {
      return;
    }
    if (actual.isMissingNode()) {
      add(pointer, "is missing, expected " + shortened(expected));
    } else if (COUNTS_BY_VALUE.contains(key) && actual.isObject()) {
      compareCounts(pointer, expected, actual);
    } else if (expected.isObject() && actual.isObject()) {
      compareObjects(pointer, expected, actual);
    } else if (expected.isArray() && actual.isArray()) {
      compareArrays(pointer, key, expected, actual);
    } else if (expected.isNumber() && actual.isNumber()) {
      NumberRule rule = NumberRule.at(pointer);
      if (!rule.agree(expected, actual)) {
        add(pointer, "expected %s (%s), was %s".formatted(expected, rule.inWords(), actual));
      }
    } else if (!expected.equals(actual)) {
      add(pointer, "expected %s, was %s".formatted(shortened(expected), shortened(actual)));
    }
  }

  private void compareObjects(String pointer, JsonNode expected, JsonNode actual) {
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      String name = field.getKey();
      // The pointer of a KPI's value has to say which KPI it is: each has its own rule.
      String step =
          name.equals("value") && expected.has("comparison")
              ? name + "(" + expected.path("name").asText() + ")"
              : name;
      if (name.equals("breached") && NumberRule.isAboutTheThreshold(expected)) {
        continue;
      }
      compare(pointer + "/" + step, name, field.getValue(), actual.path(name));
    }
  }

  private void compareCounts(String pointer, JsonNode expected, JsonNode actual) {
    Set<String> values = new TreeSet<>();
    expected.fieldNames().forEachRemaining(values::add);
    actual.fieldNames().forEachRemaining(values::add);
    for (String value : values) {
      long wanted = expected.path(value).asLong(0);
      long found = actual.path(value).asLong(0);
      if (wanted != found) {
        add(pointer + "/" + value, "expected %d, was %d".formatted(wanted, found));
      }
    }
  }

  private void compareArrays(String pointer, String key, JsonNode expected, JsonNode actual) {
    if (expected.size() != actual.size()) {
      add(
          pointer,
          "expected %d entries, were %d: %s"
              .formatted(expected.size(), actual.size(), shortened(actual)));
    }
    String entryKey = KEY_OF_ENTRIES.get(key);
    for (int i = 0; i < expected.size(); i++) {
      JsonNode counterpart =
          entryKey == null
              ? actual.path(i)
              : entryWith(entryKey, expected.get(i).path(entryKey), actual);
      compare(pointer + "/" + i, "", expected.get(i), counterpart);
    }
  }

  private static JsonNode entryWith(String key, JsonNode value, JsonNode array) {
    Iterator<JsonNode> entries = array.elements();
    while (entries.hasNext()) {
      JsonNode entry = entries.next();
      if (entry.path(key).asText().equals(value.asText())) {
        return entry;
      }
    }
    return array.path(-1);
  }

  private void add(String pointer, String what) {
    differences.add(pointer + " " + what);
  }

  private static String shortened(JsonNode value) {
    String text = value.toString();
    return text.length() <= 200 ? text : text.substring(0, 200) + "...";
  }
}
