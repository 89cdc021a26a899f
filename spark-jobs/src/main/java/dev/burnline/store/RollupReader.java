package dev.burnline.store;

import dev.burnline.rollup.Continuity;
import dev.burnline.rollup.Extent;
import dev.burnline.rollup.Row;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Reads one rollup file from its start to its end. */
public final class RollupReader implements Closeable {

  private final String name;
  private final DataFileStream<GenericRecord> in;
  private final Extent extent;
  private final Continuity continuity;
  private long rows;

  /**
   * Opens a rollup.
   *
   * @param name for messages
   * @throws DamagedRollupException when this is no rollup, or one of a later version
   */
  RollupReader(String name, InputStream source) throws IOException {
    this.name = name;
    try {
      in = new DataFileStream<>(source, new GenericDatumReader<>(null, RollupSchema.FILE));
      checkVersion(in.getMetaString(RollupWriter.VERSION_KEY));
      extent = ExtentJson.read(in.getMetaString(RollupWriter.EXTENT_KEY));
      continuity = ContinuityCodec.decode(in.next());
    } catch (DamagedRollupException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new DamagedRollupException(name, String.valueOf(e.getMessage()), e);
    }
  }

  private void checkVersion(@Nullable String version) throws DamagedRollupException {
    if (version == null) {
      throw new DamagedRollupException(name, "it is not a rollup file", null);
    }
    if (Integer.parseInt(version) > RollupSchema.VERSION) {
      throw new DamagedRollupException(
          name,
          "it has format version %s, this Burnline reads up to %d"
              .formatted(version, RollupSchema.VERSION),
          null);
    }
  }

  /** Returns which stretch of which segment this is. */
  public Extent extent() {
    return extent;
  }

  /** Returns what connects the stretch with its neighbours. */
  public Continuity continuity() {
    return continuity;
  }

  /**
   * Returns the next row, null behind the last one.
   *
   * @throws DamagedRollupException when the file is damaged or cut short
   */
  public @Nullable Row next() throws DamagedRollupException {
    try {
      GenericRecord record = in.next();
      if (!record.getSchema().getName().equals("End")) {
        rows++;
        return RowCodec.decode(record);
      }
      if ((long) record.get("rows") != rows) {
        throw new DamagedRollupException(
            name, "%d rows were read of %s".formatted(rows, record.get("rows")), null);
      }
      return null;
    } catch (AvroRuntimeException | IllegalArgumentException e) {
      throw new DamagedRollupException(name, String.valueOf(e.getMessage()), e);
    } catch (java.util.NoSuchElementException e) {
      throw new DamagedRollupException(name, "it is cut short after %d rows".formatted(rows), e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
