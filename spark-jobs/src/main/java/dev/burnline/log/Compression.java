package dev.burnline.log;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a file's content is compressed, told by its first bytes and never by its name. */
public enum Compression {
  NONE,
  GZIP,
  ZSTD;

  /** Bytes that tell compressions apart. */
  static final int MAGIC_BYTES = 4;

  static final int ZSTD_MAGIC = 0xFD2FB528;

  static Compression ofMagic(byte[] head) {
    if (head.length >= 2 && head[0] == (byte) 0x1F && head[1] == (byte) 0x8B) {
      return GZIP;
    }
    if (head.length >= MAGIC_BYTES) {
      int magic = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
      if (magic == ZSTD_MAGIC || ZstdFrames.isSkippable(magic)) {
        return ZSTD;
      }
    }
    return NONE;
  }

  /**
   * Returns the uncompressed content of a stream; several gzip members or zstd frames are one. It
   * breaks off with an exception where what follows a member or a frame is not another one.
   */
  InputStream uncompressed(InputStream raw) throws IOException {
    return switch (this) {
      case NONE -> raw;
      case GZIP -> new GzipMembers(raw);
      case ZSTD -> new ZstdInputStream(new ZstdFrames(raw));
    };
  }
}
