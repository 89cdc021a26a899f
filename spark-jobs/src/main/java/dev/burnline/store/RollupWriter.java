package dev.burnline.store;

import dev.burnline.rollup.Continuity;
import dev.burnline.rollup.Extent;
import dev.burnline.rollup.Row;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/**
 * Writes one rollup file: an Avro container whose metadata holds the extents, whose first records
 * are their continuities and whose last one says how many rows there are. Blocks carry checksums.
 */
final class RollupWriter implements Closeable {

  static final String VERSION_KEY = "burnline.version";
  static final String EXTENTS_KEY = "burnline.extents";

  static final String CHECKSUM_KEY = "burnline.header.crc32c";

  private final DataFileWriter<GenericRecord> out;
  private long rows;

  /**
   * Begins a file.
   *
   * @param continuities one for each extent
   */
  RollupWriter(OutputStream target, List<Extent> extents, List<Continuity> continuities)
      throws IOException {
    out = new DataFileWriter<>(new GenericDatumWriter<>(RollupSchema.FILE));
    out.setCodec(CodecFactory.zstandardCodec(1, true));
    out.setMeta(VERSION_KEY, RollupSchema.VERSION);
    String metadata = ExtentJson.write(extents);
    out.setMeta(EXTENTS_KEY, metadata);
    String version = Integer.toString(RollupSchema.VERSION);
    out.setMeta(CHECKSUM_KEY, checksum(version, RollupSchema.TEXT, metadata));
    out.create(RollupSchema.FILE, target);
    for (Continuity continuity : continuities) {
      out.append(ContinuityCodec.encode(continuity));
    }
  }

  /**
   * Blocks carry checksums, the header does not. Later formats keep to this, so that a damaged
   * version is not taken for a later one.
   */
  static long checksum(String version, String schema, String extents) {
    CRC32C checksum = new CRC32C();
    for (String part : List.of(version, schema, extents)) {
      checksum.update((part + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return checksum.getValue();
  }

  /** Writes the next row, in the order of {@link Row#ORDER}. */
  void write(Row row) throws IOException {
    out.append(RowCodec.encode(row));
    rows++;
  }

  /** Ends the file; without this it counts as cut short. */
  void finish() throws IOException {
    GenericRecord end = new GenericData.Record(RollupSchema.record("End"));
    end.put("rows", rows);
    out.append(end);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
