package dev.burnline.serve.requestlog;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Appends whole lines to the active file, rotates it, and leaves no half line behind. After a
 * failure the lines that are not in the file are still in the buffer: the next call opens the file
 * again and goes on with them.
 */
final class LineAppender implements Closeable {

  private static final byte[] LINE_END = {'\n'};

  private final LogFolder folder;
  private final long maxFileBytes;
  private final Tally tally;
  private @Nullable LogFile file;
  private long limit;

  /** Bytes of a line that a failed write left at the end of the file. */
  private long tornBytes;

  LineAppender(LogFolder folder, long maxFileBytes, Tally tally) {
    this.folder = folder;
    this.maxFileBytes = maxFileBytes;
    this.tally = tally;
    this.limit = maxFileBytes;
  }

  void append(LineBuffer lines) throws IOException {
    try {
      while (lines.remainingLines() > 0) {
        LogFile target = target();
        if (target.size() > 0 && lines.linesWithin(limit - target.size()) == 0) {
          rotate(target.size());
          target = target();
        }
        write(target, lines, Math.max(1, lines.linesWithin(limit - target.size())));
      }
    } catch (IOException | RuntimeException | Error e) {
      // What it did not get to mend is mended when it is opened again.
      closeQuietly();
      throw e;
    }
  }

  /** Returns the active file, ending with a whole line. */
  private LogFile target() throws IOException {
    LogFile open = file;
    if (open != null && !open.isActive()) {
      close();
      open = null;
    }
    if (open == null) {
      open = folder.open();
      file = open;
      mend(open);
    }
    return open;
  }

  private void mend(LogFile open) throws IOException {
    if (!open.endsWithLine()) {
      if (tornBytes > 0 && tornBytes <= open.size()) {
        open.truncate(open.size() - tornBytes);
      } else {
        // An earlier process left it: end it, so that only that one line is unreadable.
        writeFully(open, ByteBuffer.wrap(LINE_END));
      }
    }
    tornBytes = 0;
  }

  private void write(LogFile target, LineBuffer lines, int count) throws IOException {
    ByteBuffer bytes = lines.view(count);
    try {
      writeFully(target, bytes);
    } finally {
      int whole = lines.linesWithin(bytes.position());
      // Nothing here may need memory: lines that were written and not taken would come twice.
      tornBytes = bytes.position() - lines.bytesOf(whole);
      lines.take(whole);
      tally.written(whole);
      cutTornBytes(target);
    }
  }

  /** Readers need not see the half line until the disk has room again; if not now, then later. */
  private void cutTornBytes(LogFile target) {
    if (tornBytes > 0) {
      try {
        target.truncate(Math.max(0, target.size() - tornBytes));
        tornBytes = 0;
      } catch (IOException e) {
        tally.writeError();
      }
    }
  }

  private static void writeFully(LogFile target, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (target.write(bytes) <= 0) {
        throw new IOException("the log file takes no more bytes");
      }
    }
  }

  private void rotate(long size) throws IOException {
    close();
    try {
      folder.rotate();
      tally.rotation();
      limit = maxFileBytes;
    } catch (IOException e) {
      // A file that is too large is better than lines that are lost; try again after a tenth.
      tally.writeError();
      limit = size + maxFileBytes / 10 + 1;
    }
  }

  @Override
  public void close() throws IOException {
    LogFile open = file;
    file = null;
    if (open != null) {
      open.close();
    }
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException e) {
      // The failure that led here is already counted, and the file is opened anew anyway.
      file = null;
    }
  }
}
