package dev.burnline.generate.rotation;

import dev.burnline.generate.line.LineSink;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * One instance's log. The pieces have names of their own while they are written and get their final
 * names at the end, because each rotation would shift them all.
 */
public final class RotatedLog implements LineSink, Closeable {

  private static final int BUFFER_BYTES = 1 << 18;

  private final Path folder;
  private final Rotation rotation;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private OutputStream out;
  private int buffered;
  private long pieceBytes;
  private int piece;
  private int oldestPiece;

  /** Creates the folder and opens the first piece. */
  public RotatedLog(Path folder, Rotation rotation) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.rotation = rotation;
    this.out = Files.newOutputStream(plain(piece));
  }

  @Override
  public void write(byte[] bytes, int length, int times) throws IOException {
    if (pieceBytes > 0 && pieceBytes + (long) length * times > rotation.bytes()) {
      rotate();
    }
    for (int i = 0; i < times; i++) {
      append(bytes, length);
    }
  }

  @Override
  public void writeUnusable(byte[] bytes) throws IOException {
    append(bytes, bytes.length);
    append(new byte[] {'\n'}, 1);
  }

  /** Returns how many files were removed because there were too many. */
  public long removed() {
    return oldestPiece;
  }

  /** Gives every piece its final name. */
  @Override
  public void close() throws IOException {
    flush();
    out.close();
    for (int i = oldestPiece; i <= piece; i++) {
      String name = i == piece ? "app.log" : "app.log." + (piece - i);
      if (Files.exists(plain(i))) {
        Files.move(plain(i), folder.resolve(name));
      } else {
        Files.move(zipped(i), folder.resolve(name + ".gz"));
      }
    }
  }

  private void append(byte[] bytes, int length) throws IOException {
    pieceBytes += length;
    if (buffered + length > BUFFER_BYTES) {
      flush();
      if (length > BUFFER_BYTES) {
        out.write(bytes, 0, length);
        return;
      }
    }
    System.arraycopy(bytes, 0, buffer, buffered, length);
    buffered += length;
  }

  private void flush() throws IOException {
    out.write(buffer, 0, buffered);
    buffered = 0;
  }

  private void rotate() throws IOException {
    flush();
    out.close();
    piece++;
    pieceBytes = 0;
    out = Files.newOutputStream(plain(piece));
    // In long: "all" is the greatest int.
    long newestZipped = (long) piece - 1 - rotation.plainBackups();
    if (newestZipped >= oldestPiece) {
      zip((int) newestZipped);
    }
    if (piece - oldestPiece > rotation.backups()) {
      Files.deleteIfExists(plain(oldestPiece));
      Files.deleteIfExists(zipped(oldestPiece));
      oldestPiece++;
    }
  }

  private void zip(int number) throws IOException {
    try (OutputStream target = new BestGzip(Files.newOutputStream(zipped(number)))) {
      Files.copy(plain(number), target);
    }
    Files.delete(plain(number));
  }

  private Path plain(int number) {
    return folder.resolve(String.format(Locale.ROOT, "app.log.piece-%06d", number));
  }

  private Path zipped(int number) {
    return folder.resolve(String.format(Locale.ROOT, "app.log.piece-%06d.gz", number));
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream target) throws IOException {
      super(target, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
