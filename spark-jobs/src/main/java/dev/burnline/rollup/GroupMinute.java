package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

/** The events of one service in one minute that have one value in one field. */
public final class GroupMinute implements Row {

  private final String service;
  private final int minute;
  private final String field;
  private final String value;
  private final long[] counts;

  /**
   * Creates a minute from its counts.
   *
   * @param minute since 1970 UTC
   * @param field its key
   * @param counts good and total of each of the rollup's groups, in their order; 0 for groups by
   *     other fields
   */
  public GroupMinute(String service, int minute, String field, String value, long[] counts) {
    this.service = requireNonNull(service, "service is null");
    this.minute = minute;
    this.field = requireNonNull(field, "field is null");
    this.value = requireNonNull(value, "value is null");
    this.counts = counts.clone();
  }

  void add(int group, boolean isGood) {
    counts[2 * group + 1]++;
    if (isGood) {
      counts[2 * group]++;
    }
  }

  @Override
  public void add(Row other) {
    if (!(other instanceof GroupMinute more)
        || more.minute != minute
        || !more.service.equals(service)
        || !more.part().equals(part())
        || more.counts.length != counts.length) {
      throw unlike(other);
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] += more.counts[i];
    }
  }

  @Override
  public String service() {
    return service;
  }

  @Override
  public int minute() {
    return minute;
  }

  @Override
  public String part() {
    return field + "=" + value;
  }

  /** Returns the field's key. */
  public String field() {
    return field;
  }

  /** Returns the value that these events have in the field. */
  public String value() {
    return value;
  }

  /** Returns the number of groups. */
  public int groups() {
    return counts.length / 2;
  }

  /** Returns the good events of a group. */
  public long good(int group) {
    return counts[2 * group];
  }

  /** Returns the valid events of a group. */
  public long total(int group) {
    return counts[2 * group + 1];
  }
}
