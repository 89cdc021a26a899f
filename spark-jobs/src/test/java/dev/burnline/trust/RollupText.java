package dev.burnline.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** A rollup file as text, record by record, to compare two of them by. */
final class RollupText {

  private RollupText() {}

  /** The extents without the name of the log, and all records. */
  static List<String> of(Path rollup) throws IOException {
    List<String> text = new ArrayList<>();
    try (InputStream file = Files.newInputStream(rollup);
        DataFileStream<GenericRecord> records =
            new DataFileStream<>(file, new GenericDatumReader<>())) {
      text.add(
          records
              .getMetaString("burnline.extents")
              .replaceAll("\"source\":\"[^\"]*\"", "\"source\":\"\""));
      for (GenericRecord record : records) {
        if (record.getSchema().getName().equals("Continuity")) {
          // Which finished requests a stretch tells its neighbours of depends on where it ends.
          record.put("finished", List.of());
        }
        text.add(record.getSchema().getName() + " " + record);
      }
    }
    return text;
  }

  /** The first record in which two rollups differ, both ways; empty when they do not. */
  static String difference(Path actual, Path expected) throws IOException {
    List<String> ours = of(actual);
    List<String> theirs = of(expected);
    for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
      String our = i < ours.size() ? ours.get(i) : "nothing";
      String their = i < theirs.size() ? theirs.get(i) : "nothing";
      if (!our.equals(their)) {
        int at = 0;
        while (at < Math.min(our.length(), their.length()) && our.charAt(at) == their.charAt(at)) {
          at++;
        }
        return "record %d at %d: %s instead of %s".formatted(i, at, from(our, at), from(their, at));
      }
    }
    return "";
  }

  private static String from(String text, int at) {
    return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80));
  }
}
