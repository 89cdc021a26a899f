package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import dev.burnline.scan.LogField;
import java.util.List;

/**
 * What an SLO measures: events that are good among events that are valid. Its bad events, valid and
 * not good, are kept by their {@link Cause}, and both counts for each value of some fields.
 *
 * @param good counts the good events
 * @param total counts the valid events
 * @param groupBy text fields, each of which splits the events on its own
 */
public record Measure(Counter good, Counter total, List<LogField> groupBy) {

  public Measure {
    requireNonNull(good, "good is null");
    requireNonNull(total, "total is null");
    groupBy = groupBy.stream().distinct().toList();
    for (LogField field : groupBy) {
      if (field.type() != LogField.Type.TEXT) {
        throw new IllegalArgumentException(
            "events can be grouped by a text field only, got " + field.key());
      }
    }
  }

  /** Returns what is measured, in a canonical form: equal keys have the same bad events. */
  public String key() {
    return "%s of %s".formatted(good.key(), total.key());
  }

  /** Returns what is counted for each value of a field, in a canonical form. */
  public String groupKey(LogField field) {
    return "%s by %s".formatted(key(), field.key());
  }
}
