package dev.burnline.rollup;

import java.io.Serializable;
import java.util.Comparator;

/** A value that events are grouped by, in the order of hashes; ties by text. */
record GroupValue(long hash, String text) implements Comparable<GroupValue>, Serializable {

  private static final Comparator<GroupValue> ORDER =
      Comparator.comparingLong(GroupValue::hash).thenComparing(GroupValue::text);

  static GroupValue of(String text) {
    return new GroupValue(StableHash.of(text), text);
  }

  @Override
  public int compareTo(GroupValue other) {
    return ORDER.compare(this, other);
  }
}
