package dev.burnline.rollup;

import java.util.Comparator;

/**
 * One row of a rollup: what happened in one span of time. Rows with equal keys add up; a rollup
 * holds each key once, in the order of keys.
 */
public sealed interface Row
    permits LogMinute, BootMinute, GroupMinute, GroupValues, ServiceMinute, ServiceQuarter {

  /** Rows of the log itself first, then by service and time. */
  Comparator<Row> ORDER =
      Comparator.comparing(Row::service)
          .thenComparingInt(Row::minute)
          .thenComparing(row -> row.getClass().getName())
          .thenComparing(Row::part);

  /** Returns the service, empty for rows of the log itself. */
  String service();

  /** Returns what else tells rows of one kind apart, empty where nothing does. */
  default String part() {
    return "";
  }

  /** Returns the first minute of the row's span, since 1970 UTC. */
  int minute();

  /** Adds a row with an equal key; the other one is not used any more afterwards. */
  void add(Row other);

  /** Returns the rows' complaint about an addition that makes no sense. */
  default IllegalArgumentException unlike(Row other) {
    return new IllegalArgumentException(
        "cannot add %s %s %d to %s %s %d"
            .formatted(
                other.getClass().getSimpleName(),
                other.service(),
                other.minute(),
                getClass().getSimpleName(),
                service(),
                minute()));
  }
}
