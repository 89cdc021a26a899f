package dev.burnline.store;

import dev.burnline.rollup.Continuity;
import dev.burnline.rollup.Extent;
import dev.burnline.rollup.Row;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Reads one rollup file from its start to its end. */
public final class RollupReader implements Closeable {

  private final String name;
  private final DataFileStream<GenericRecord> in;
  private final List<Extent> extents;
  private final List<Continuity> continuities = new ArrayList<>();
  private long rows;

  /**
   * Opens a rollup.
   *
   * @param name for messages
   * @throws DamagedRollupException when this is no rollup
   * @throws NewerRollupException when a later version wrote it
   */
  RollupReader(String name, InputStream source) throws IOException {
    this.name = name;
    try {
      GenericDatumReader<GenericRecord> records = new GenericDatumReader<>(null, RollupSchema.FILE);
      in = new DataFileStream<>(source, records);
      extents = extents(name, in);
      if (in.getMetaString(DataFileConstants.SCHEMA).equals(RollupSchema.TEXT)) {
        // Equal, but not the same object: that would have it resolved anew for every file.
        records.setSchema(RollupSchema.FILE);
      }
      for (int i = 0; i < extents.size(); i++) {
        continuities.add(ContinuityCodec.decode(in.next()));
      }
    } catch (DamagedRollupException | NewerRollupException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new DamagedRollupException(name, String.valueOf(e.getMessage()), e);
    }
  }

  /** Returns what the header alone says that a file holds, whatever has become of the rest. */
  static List<Extent> extents(String name, InputStream source) throws IOException {
    try (DataFileStream<GenericRecord> file =
        new DataFileStream<>(source, new GenericDatumReader<>(null, RollupSchema.FILE))) {
      return extents(name, file);
    } catch (DamagedRollupException | NewerRollupException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new DamagedRollupException(name, String.valueOf(e.getMessage()), e);
    }
  }

  private static List<Extent> extents(String name, DataFileStream<GenericRecord> file)
      throws IOException {
    String version = file.getMetaString(RollupWriter.VERSION_KEY);
    if (version == null) {
      throw new DamagedRollupException(name, "it is not a rollup file", null);
    }
    String schema = file.getMetaString(DataFileConstants.SCHEMA);
    String metadata = file.getMetaString(RollupWriter.EXTENTS_KEY);
    if (file.getMetaLong(RollupWriter.CHECKSUM_KEY)
        != RollupWriter.checksum(version, schema, metadata)) {
      throw new DamagedRollupException(name, "its header does not fit its checksum", null);
    }
    if (Integer.parseInt(version) > RollupSchema.VERSION) {
      throw new NewerRollupException(name, version, RollupSchema.VERSION);
    }
    return ExtentJson.read(metadata);
  }

  /** Returns the stretches that the rows are made of. */
  public List<Extent> extents() {
    return extents;
  }

  /** Returns for each of {@link #extents()} what connects it with its neighbours. */
  public List<Continuity> continuities() {
    return Collections.unmodifiableList(continuities);
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
    } catch (NoSuchElementException e) {
      throw new DamagedRollupException(name, "it is cut short after %d rows".formatted(rows), e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
