package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;

/**
 * Which values of a field a rollup counts the events of one service by: of more than {@value #MOST}
 * those with the smallest hashes. Stands before all other rows of the service, so that who adds up
 * rows knows which values stay complete.
 */
public final class GroupValues implements Row, Serializable {

  private static final long serialVersionUID = 1L;

  /** So many values are kept. */
  public static final int MOST = 1000;

  private final String service;
  private final String field;
  private final SmallestKept<GroupValue, GroupValue> values = new SmallestKept<>(MOST);

  /** Creates the values of a field of which none was seen. */
  public GroupValues(String service, String field) {
    this.service = requireNonNull(service, "service is null");
    this.field = requireNonNull(field, "field is null");
  }

  /**
   * Creates the values of a field.
   *
   * @param values those that are kept
   * @param isCut whether there were others
   */
  public GroupValues(String service, String field, Collection<String> values, boolean isCut) {
    this(service, field);
    values.stream()
        .map(GroupValue::of)
        .forEach(value -> this.values.merge(value, value, (a, b) -> a));
    if (isCut) {
      this.values.cut();
    }
  }

  @Override
  public void add(Row other) {
    if (!(other instanceof GroupValues more)
        || !more.service.equals(service)
        || !more.field.equals(field)) {
      throw unlike(other);
    }
    values.addAll(more.values, value -> value, (a, b) -> a);
  }

  /** Returns whether the events of this value are counted completely. */
  public boolean keeps(String value) {
    return values.get(GroupValue.of(value)) != null;
  }

  @Override
  public String service() {
    return service;
  }

  /** Returns a minute before all others: these values are of the whole rollup. */
  @Override
  public int minute() {
    return Integer.MIN_VALUE;
  }

  @Override
  public String part() {
    return field;
  }

  /** Returns the field's key. */
  public String field() {
    return field;
  }

  /** Returns the values that are kept, in the order of their hashes. */
  public List<String> values() {
    return values.kept().keySet().stream().map(GroupValue::text).toList();
  }

  /** Returns whether there were other values. */
  public boolean isCut() {
    return values.isCut();
  }
}
