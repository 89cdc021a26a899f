package dev.burnline.log;

import com.github.luben.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** How a file's content is compressed, told by its first bytes and never by its name. */
public enum Compression {
  NONE,
  GZIP,
  ZSTD;

  /** Bytes that tell compressions apart. */
  static final int MAGIC_BYTES = 4;

  private static final int BUFFER_BYTES = 1 << 16;

  static Compression ofMagic(byte[] head) {
    if (head.length >= 2 && head[0] == (byte) 0x1F && head[1] == (byte) 0x8B) {
      return GZIP;
    }
    if (head.length >= 4
        && head[0] == (byte) 0x28
        && head[1] == (byte) 0xB5
        && head[2] == (byte) 0x2F
        && head[3] == (byte) 0xFD) {
      return ZSTD;
    }
    return NONE;
  }

  /** Returns the uncompressed content of a stream; several gzip members or zstd frames are one. */
  InputStream uncompressed(InputStream raw) throws IOException {
    return switch (this) {
      case NONE -> raw;
      case GZIP -> new GZIPInputStream(new NeverAtEnd(raw), BUFFER_BYTES);
      case ZSTD -> new ZstdInputStream(raw);
    };
  }

  /**
   * The JDK looks for another gzip member only where the stream says that bytes are available, and
   * streams over a network may say 0 at any time. Asked for more at its end, it finds none.
   */
  private static final class NeverAtEnd extends FilterInputStream {

    NeverAtEnd(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 1;
    }
  }
}
