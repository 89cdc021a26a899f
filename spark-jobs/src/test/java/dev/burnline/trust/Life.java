package dev.burnline.trust;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One content of one file, from the moment it was created or truncated: it only grows. The file may
 * be renamed meanwhile, and a writer may go on writing when nobody can find it any more.
 */
final class Life {

  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final List<Request> complete = new ArrayList<>();
  private @Nullable Path path;
  private @Nullable Request begun;
  private byte[] rest = {};
  private boolean torn;

  private Life(@Nullable Path path) {
    this.path = path;
  }

  /** A new file without content, or one that was just truncated. */
  static Life at(Path path) throws IOException {
    Files.write(path, new byte[0]);
    return new Life(path);
  }

  /** What a copy made now would hold, under another name. */
  Life copiedTo(Path other) throws IOException {
    Life copy = new Life(other);
    copy.content.writeBytes(bytes());
    copy.complete.addAll(complete);
    copy.torn = torn || begun != null;
    Files.write(other, bytes());
    return copy;
  }

  /** What a compressed copy made now holds; the caller writes it. */
  Life snapshot() {
    Life copy = new Life(null);
    copy.complete.addAll(complete);
    return copy;
  }

  /** Writes a line, after the rest of one that was begun. */
  void write(Request request) throws IOException {
    finishBegun();
    append(request.bytes());
    if (!torn) {
      complete.add(request);
    }
    torn = false;
  }

  /** Writes the first bytes of a line, perhaps less than a whole character at its end. */
  void begin(Request request, int byteCount) throws IOException {
    finishBegun();
    byte[] line = request.bytes();
    int cut = Math.min(byteCount, line.length - 1);
    append(Arrays.copyOf(line, cut));
    rest = Arrays.copyOfRange(line, cut, line.length);
    begun = request;
  }

  private void finishBegun() throws IOException {
    if (begun != null) {
      append(rest);
      if (!torn) {
        complete.add(begun);
      }
      torn = false;
      begun = null;
    }
  }

  /** The writer died: what it had begun stays as it is, and the next line is glued to it. */
  void tear() {
    torn = torn || begun != null;
    begun = null;
  }

  private void append(byte[] bytes) throws IOException {
    content.writeBytes(bytes);
    if (path != null) {
      Files.write(path, bytes, StandardOpenOption.APPEND);
    }
  }

  void renameTo(Path other) throws IOException {
    Files.move(requireNonNull(path), other);
    path = other;
  }

  void delete() throws IOException {
    Files.delete(requireNonNull(path));
    path = null;
  }

  /** Whether the file has a name. */
  boolean isFindable() {
    return path != null;
  }

  byte[] bytes() {
    return content.toByteArray();
  }

  /** The requests whose whole lines it holds, each well formed. */
  List<Request> requests() {
    return List.copyOf(complete);
  }
}
