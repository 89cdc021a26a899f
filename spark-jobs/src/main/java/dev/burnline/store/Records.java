package dev.burnline.store;

import java.util.Collection;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/** Typed looks at what Avro hands out untyped. */
final class Records {

  private Records() {}

  @SuppressWarnings("unchecked") // the schema says that the items are records
  static List<GenericRecord> list(Object array) {
    return (List<GenericRecord>) array;
  }

  @SuppressWarnings("unchecked") // the schema says that the items are longs
  static Collection<Long> longs(Object array) {
    return (Collection<Long>) array;
  }

  @SuppressWarnings("unchecked") // the schema says that the items are strings
  static Collection<String> texts(Object array) {
    return (Collection<String>) array;
  }
}
