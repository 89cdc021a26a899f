package dev.burnline.serve.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The body of one request, in chunks: an array of a whole body would need a place of its own in the
 * heap. Memory is counted for what has come, not for what was announced, and not for the first
 * chunk, which only the number of connections bounds: short requests are answered however many long
 * ones come.
 */
final class Body implements AutoCloseable {

  static final int CHUNK_BYTES = 16 << 10;

  private final BodyMemory memory;
  private final List<byte[]> chunks = new ArrayList<>();
  private int inLast = CHUNK_BYTES;
  private long length;
  private long takenBytes;

  Body(BodyMemory memory) {
    this.memory = memory;
  }

  /**
   * Reads some more.
   *
   * @return false at the end
   */
  boolean readFrom(InputStream in) throws IOException, ApiException {
    if (inLast == CHUNK_BYTES) {
      addChunk();
    }
    int read = in.read(chunks.get(chunks.size() - 1), inLast, CHUNK_BYTES - inLast);
    if (read < 0) {
      return false;
    }
    inLast += read;
    length += read;
    return true;
  }

  private void addChunk() throws ApiException {
    if (!chunks.isEmpty()) {
      memory.take(CHUNK_BYTES);
      takenBytes += CHUNK_BYTES;
    }
    chunks.add(new byte[CHUNK_BYTES]);
    inLast = 0;
  }

  /** Returns how many bytes were read. */
  long length() {
    return length;
  }

  /** Returns what was read, from its beginning. */
  InputStream bytes() {
    List<InputStream> streams = new ArrayList<>(chunks.size());
    long left = length;
    for (byte[] chunk : chunks) {
      streams.add(new ByteArrayInputStream(chunk, 0, (int) Math.min(left, CHUNK_BYTES)));
      left -= CHUNK_BYTES;
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  /** Gives the memory back; there is nothing to read any more. */
  @Override
  public void close() {
    chunks.clear();
    memory.giveBack(takenBytes);
    takenBytes = 0;
  }
}
