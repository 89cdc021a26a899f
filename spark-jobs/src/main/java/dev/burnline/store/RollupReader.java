package dev.burnline.store;

import dev.burnline.rollup.Continuity;
import dev.burnline.rollup.Extent;
import dev.burnline.rollup.Row;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
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

  private static final int BUFFER_BYTES = 1 << 16;

  private final String name;
  private final WatchedInput source;
  private final DataFileStream<GenericRecord> in;
  private final List<Extent> extents;
  private final List<Continuity> continuities = new ArrayList<>();
  private long rows;

  /**
   * Opens a rollup, and closes the file when that fails.
   *
   * @param name for messages
   * @throws DamagedRollupException when this is no rollup
   * @throws NewerRollupException when a later version wrote it
   * @throws UnreadRollupException when reading fails
   */
  RollupReader(String name, InputStream file) throws IOException {
    this.name = name;
    source = new WatchedInput(file);
    try {
      BufferedInputStream start = new BufferedInputStream(source, BUFFER_BYTES);
      start.mark(Integer.MAX_VALUE);
      RollupHeader header = RollupHeader.read(name, start);
      extents = header.extents();
      GenericDatumReader<GenericRecord> records = new GenericDatumReader<>(null, RollupSchema.FILE);
      boolean isOfThisVersion = header.schema().equals(RollupSchema.TEXT);
      if (!isOfThisVersion) {
        start.reset();
      }
      // The buffer need not hold what comes next until there is another reset.
      start.mark(0);
      in =
          new DataFileStream<>(
              isOfThisVersion ? new SequenceInputStream(header.withoutSchema(), start) : start,
              records);
      if (isOfThisVersion) {
        // The same object, so that it is not resolved anew for every file.
        records.setSchema(RollupSchema.FILE);
      }
      for (int i = 0; i < extents.size(); i++) {
        continuities.add(ContinuityCodec.decode(in.next()));
      }
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e instanceof DamagedRollupException || e instanceof NewerRollupException
          ? (IOException) e
          : failure(String.valueOf(e.getMessage()), e);
    }
  }

  /** What reading ended with: the file system's failure, where it was one, or else damage. */
  private IOException failure(String reason, Exception e) {
    IOException trouble = source.trouble();
    return trouble == null
        ? new DamagedRollupException(name, reason, e)
        : new UnreadRollupException(name, trouble);
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
   * @throws UnreadRollupException when reading fails
   */
  public @Nullable Row next() throws IOException {
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
      throw failure(String.valueOf(e.getMessage()), e);
    } catch (NoSuchElementException e) {
      throw failure("it is cut short after %d rows".formatted(rows), e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
