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
      in = new DataFileStream<>(source, new GenericDatumReader<>(null, RollupSchema.FILE));
      checkVersion(in.getMetaString(RollupWriter.VERSION_KEY));
      String metadata = in.getMetaString(RollupWriter.EXTENTS_KEY);
      if (in.getMetaLong(RollupWriter.CHECKSUM_KEY) != RollupWriter.checksum(metadata)) {
        throw new DamagedRollupException(name, "its metadata do not fit their checksum", null);
      }
      extents = ExtentJson.read(metadata);
      for (int i = 0; i < extents.size(); i++) {
        continuities.add(ContinuityCodec.decode(in.next()));
      }
    } catch (DamagedRollupException | NewerRollupException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new DamagedRollupException(name, String.valueOf(e.getMessage()), e);
    }
  }

  private void checkVersion(@Nullable String version) throws IOException {
    if (version == null) {
      throw new DamagedRollupException(name, "it is not a rollup file", null);
    }
    if (Integer.parseInt(version) > RollupSchema.VERSION) {
      throw new NewerRollupException(name, version, RollupSchema.VERSION);
    }
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
