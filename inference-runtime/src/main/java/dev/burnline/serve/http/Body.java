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

  /** Returns the length of the longest body that there is memory for when it is alone. */
  static long longest(BodyMemory memory) {
    return CHUNK_BYTES + memory.mostBytes() / CHUNK_BYTES * CHUNK_BYTES;
  }

  /**
   * Reads some more.
   *
   * @param most not more than this
   * @return false at the end
   */
  boolean readFrom(InputStream in, long most) throws IOException, ApiException {
    if (inLast == CHUNK_BYTES) {
      int first = in.read(); // The end needs no chunk.
      if (first < 0) {
        return false;
      }
      addChunk();
      chunks.get(chunks.size() - 1)[0] = (byte) first;
      inLast = 1;
      length++;
      return true;
    }
    byte[] last = chunks.get(chunks.size() - 1);
    int read = in.read(last, inLast, (int) Math.min(most, CHUNK_BYTES - inLast));
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
