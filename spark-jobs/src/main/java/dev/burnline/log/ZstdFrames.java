package dev.burnline.log;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a zstd file, which may not end within a frame. The library does not notice that
 * where the frame before it ended in what it had read at once.
 *
 * <p>It follows the frames by the lengths that stand in them (RFC 8878); what is in them it does
 * not look at.
 */
final class ZstdFrames extends FilterInputStream {

  private static final int[] DICTIONARY_BYTES = {0, 1, 2, 4};
  private static final int[] SIZE_BYTES = {0, 2, 4, 8};
  private static final int RUN_LENGTH_BLOCK = 1;

  private enum Part {
    MAGIC(4),
    SKIPPABLE_SIZE(4),
    DESCRIPTOR(1),
    BLOCK_HEADER(3),
    STRANGE(Integer.MAX_VALUE);

    private final int bytes;

    Part(int bytes) {
      this.bytes = bytes;
    }
  }

  private Part part = Part.MAGIC;
  private long toSkip;
  private int number;
  private int bytesOfNumber;
  private boolean checksum;

  ZstdFrames(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count < 0 && !isBetweenFrames()) {
      throw new EOFException("it ends within a zstd frame");
    }
    follow(target, offset, count);
    return count;
  }

  private boolean isBetweenFrames() {
    return toSkip == 0 && part == Part.MAGIC && bytesOfNumber == 0;
  }

  private void follow(byte[] bytes, int offset, int count) {
    int at = offset;
    int end = offset + count;
    while (at < end && part != Part.STRANGE) {
      if (toSkip > 0) {
        long skipped = Math.min(toSkip, end - at);
        toSkip -= skipped;
        at += (int) skipped;
        continue;
      }
      number |= (bytes[at] & 0xFF) << (Byte.SIZE * bytesOfNumber);
      at++;
      bytesOfNumber++;
      if (bytesOfNumber == part.bytes) {
        int whole = number;
        number = 0;
        bytesOfNumber = 0;
        next(whole);
      }
    }
  }

  private void next(int value) {
    switch (part) {
      case MAGIC -> part = ofMagic(value);
      case SKIPPABLE_SIZE -> skip(Integer.toUnsignedLong(value), Part.MAGIC);
      case DESCRIPTOR -> {
        checksum = (value >> 2 & 1) != 0;
        boolean single = (value >> 5 & 1) != 0;
        int sizeBytes = value >> 6 == 0 && single ? 1 : SIZE_BYTES[value >> 6];
        skip((single ? 0 : 1) + DICTIONARY_BYTES[value & 3] + sizeBytes, Part.BLOCK_HEADER);
      }
      case BLOCK_HEADER -> {
        boolean last = (value & 1) != 0;
        int content = (value >> 1 & 3) == RUN_LENGTH_BLOCK ? 1 : value >> 3;
        skip(content + (last && checksum ? 4 : 0), last ? Part.MAGIC : Part.BLOCK_HEADER);
      }
      case STRANGE -> {}
    }
  }

  /** Whatever is no frame, the library refuses. */
  private static Part ofMagic(int magic) {
    if (magic == Compression.ZSTD_MAGIC) {
      return Part.DESCRIPTOR;
    }
    return isSkippable(magic) ? Part.SKIPPABLE_SIZE : Part.STRANGE;
  }

  /** Whether a frame that begins like this has no content; pzstd begins its files with one. */
  static boolean isSkippable(int magic) {
    return (magic & 0xFFFFFFF0) == 0x184D2A50;
  }

  private void skip(long bytes, Part then) {
    toSkip = bytes;
    part = then;
  }
}
