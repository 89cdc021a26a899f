package dev.burnline.store;

import dev.burnline.rollup.Continuity;
import dev.burnline.rollup.Extent;
import dev.burnline.rollup.Row;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/**
 * Writes one rollup file: an Avro container whose metadata holds the extent, whose first record is
 * the continuity and whose last one says how many rows there are. Blocks carry checksums.
 */
final class RollupWriter implements Closeable {

  static final String VERSION_KEY = "burnline.version";
  static final String EXTENT_KEY = "burnline.extent";

  private final DataFileWriter<GenericRecord> out;
  private long rows;

  RollupWriter(OutputStream target, Extent extent, Continuity continuity) throws IOException {
    out = new DataFileWriter<>(new GenericDatumWriter<>(RollupSchema.FILE));
    out.setCodec(CodecFactory.zstandardCodec(1, true));
    out.setMeta(VERSION_KEY, RollupSchema.VERSION);
    out.setMeta(EXTENT_KEY, ExtentJson.write(extent));
    out.create(RollupSchema.FILE, target);
    out.append(ContinuityCodec.encode(continuity));
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
