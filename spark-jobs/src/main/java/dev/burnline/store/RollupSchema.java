package dev.burnline.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.avro.Schema;

/** The Avro schema of a rollup file: a union of the record kinds, read from {@code rollup.avsc}. */
final class RollupSchema {

  /**
   * Version of the file format; a reader takes this one and older ones. Version 2 brought the
   * causes of bad events and the counts by group.
   */
  static final int VERSION = 2;

  private static final List<String> RECORDS =
      List.of(
          "Continuity",
          "LogMinute",
          "BootMinute",
          "ServiceMinute",
          "ServiceQuarter",
          "GroupValues",
          "GroupMinute",
          "End");

  /** Any record of a file. */
  static final Schema FILE = read();

  /** The same as it stands in a file. */
  static final String TEXT = FILE.toString();

  private RollupSchema() {}

  private static Schema read() {
    try (InputStream in = RollupSchema.class.getResourceAsStream("rollup.avsc")) {
      Schema all = new Schema.Parser().parse(in);
      return Schema.createUnion(
          all.getTypes().stream().filter(type -> RECORDS.contains(type.getName())).toList());
    } catch (IOException e) {
      throw new IllegalStateException("rollup.avsc cannot be read", e);
    }
  }

  /** Returns the schema of one kind of record. */
  static Schema record(String name) {
    return FILE.getTypes().stream()
        .filter(type -> type.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the schema of the items of an array field. */
  static Schema items(Schema record, String field) {
    return record.getField(field).schema().getElementType();
  }

  /** Returns the record schema of a field that may be null. */
  static Schema nullable(Schema record, String field) {
    return record.getField(field).schema().getTypes().get(1);
  }
}
