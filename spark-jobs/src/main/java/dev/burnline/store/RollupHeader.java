package dev.burnline.store;

import dev.burnline.rollup.Extent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * The header of a rollup file, read without Avro, which refuses what a later format may have before
 * its version could be asked for.
 *
 * @param schema of the records, as it stands in the file
 * @param codec that the blocks are compressed with
 * @param extents that the rows are made of
 */
record RollupHeader(String schema, String codec, List<Extent> extents) {

  private static final byte[] MAGIC = {'O', 'b', 'j', 1};
  private static final byte[] NO_SCHEMA = "\"null\"".getBytes(StandardCharsets.UTF_8);
  private static final int MOST_VARINT_BITS = 63;

  RollupHeader {
    extents = List.copyOf(extents);
  }

  /**
   * Reads the header from the start of a file. The stream is left before the mark that ends it.
   *
   * @param name for messages
   * @throws DamagedRollupException when this is no rollup, or its header is damaged
   * @throws NewerRollupException when a later version wrote it
   * @throws IOException when reading fails
   */
  static RollupHeader read(String name, InputStream in) throws IOException {
    if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
      throw new DamagedRollupException(name, "it is not a rollup file", null);
    }
    try {
      return checked(name, metadata(in));
    } catch (EOFException | IllegalArgumentException e) {
      throw new DamagedRollupException(name, "its header is damaged: " + e.getMessage(), e);
    }
  }

  private static RollupHeader checked(String name, Map<String, String> metadata)
      throws IOException {
    String version = metadata.get(RollupWriter.VERSION_KEY);
    String schema = metadata.get(DataFileConstants.SCHEMA);
    String extents = metadata.get(RollupWriter.EXTENTS_KEY);
    if (version == null || schema == null || extents == null) {
      throw new DamagedRollupException(name, "it is not a rollup file", null);
    }
    String checksum = Long.toString(RollupWriter.checksum(version, schema, extents));
    if (!checksum.equals(metadata.get(RollupWriter.CHECKSUM_KEY))) {
      throw new DamagedRollupException(name, "its header does not fit its checksum", null);
    }
    if (Integer.parseInt(version) > RollupSchema.VERSION) {
      throw new NewerRollupException(name, version, RollupSchema.VERSION);
    }
    String codec = metadata.getOrDefault(DataFileConstants.CODEC, DataFileConstants.NULL_CODEC);
    return new RollupHeader(schema, codec, ExtentJson.read(extents));
  }

  /**
   * Returns this header as Avro reads it, up to the mark that ends it, with a schema that is parsed
   * in no time. Parsing the real one takes longer than reading a small file.
   */
  InputStream withoutSchema() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(MAGIC);
    BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
    out.writeMapStart();
    out.setItemCount(2);
    out.startItem();
    out.writeString(DataFileConstants.SCHEMA);
    out.writeBytes(NO_SCHEMA);
    out.startItem();
    out.writeString(DataFileConstants.CODEC);
    out.writeBytes(codec.getBytes(StandardCharsets.UTF_8));
    out.writeMapEnd();
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  /** Reads an Avro map of bytes: blocks of entries, the last one empty. */
  private static Map<String, String> metadata(InputStream in) throws IOException {
    Map<String, String> metadata = new HashMap<>();
    for (long left = entries(in); left > 0; left = entries(in)) {
      for (; left > 0; left--) {
        metadata.put(text(in), text(in));
      }
    }
    return metadata;
  }

  private static long entries(InputStream in) throws IOException {
    long count = varint(in);
    if (count < 0) {
      // Then the block's size in bytes follows.
      varint(in);
    }
    return Math.abs(count);
  }

  private static String text(InputStream in) throws IOException {
    long length = varint(in);
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a text cannot have %d bytes".formatted(length));
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw new EOFException("it is cut short");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static long varint(InputStream in) throws IOException {
    long value = 0;
    for (int shift = 0; shift <= MOST_VARINT_BITS; shift += 7) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException("it is cut short");
      }
      value |= (long) (b & 0x7F) << shift;
      if (b <= 0x7F) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw new IllegalArgumentException("a number is too long");
  }
}
