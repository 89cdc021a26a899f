package dev.burnline.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The folder that one host's process writes its log to, and what log rotation does there. */
final class HostLogs {

  private static final int BACKUPS = 5;

  private final Path folder;
  private final Slot[] rotated = new Slot[BACKUPS + 1];
  private Life active;
  private @Nullable Life renamed;

  /** One place of the cascade: a plain file, a compressed one, or both for a while. */
  private static final class Slot {
    private @Nullable Life plain;
    private @Nullable Life compressed;
    private boolean half;
  }

  HostLogs(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    Arrays.setAll(rotated, i -> new Slot());
    active = Life.at(name(0));
  }

  private Path name(int backup) {
    return folder.resolve(backup == 0 ? "app.log" : "app.log." + backup);
  }

  private Path gz(int backup) {
    return folder.resolve("app.log." + backup + ".gz");
  }

  /** What the process writes to. */
  Life active() {
    return active;
  }

  /** What the process wrote to before the last rotation; it may be deleted by now. */
  @Nullable Life renamed() {
    return renamed;
  }

  /** Renames the cascade and begins a new file; the oldest backup is deleted. */
  void rotate() throws IOException {
    cascade();
    if (active.isFindable()) {
      active.renameTo(name(1));
      rotated[1].plain = active;
    }
    renamed = active;
    active = Life.at(name(0));
  }

  private void cascade() throws IOException {
    delete(BACKUPS);
    for (int i = BACKUPS; i > 1; i--) {
      Slot slot = rotated[i - 1];
      if (slot.plain != null) {
        slot.plain.renameTo(name(i));
      }
      if (slot.compressed != null) {
        Files.move(gz(i - 1), gz(i));
      }
      rotated[i] = slot;
    }
    rotated[1] = new Slot();
  }

  /** First half of a copytruncate: the copy. */
  void copy() throws IOException {
    cascade();
    if (active.isFindable()) {
      rotated[1].plain = active.copiedTo(name(1));
    }
  }

  /** Empties the active file; the process goes on appending to it. */
  void truncate() throws IOException {
    if (active.isFindable()) {
      active = Life.at(name(0));
    }
  }

  /** Deletes the active file; the process goes on writing to what nobody can find. */
  void deleteActive() throws IOException {
    if (active.isFindable()) {
      active.delete();
    }
  }

  /** Makes the process open its file anew where it was deleted. */
  void recreate() throws IOException {
    if (!active.isFindable()) {
      active = Life.at(name(0));
    }
  }

  void delete(int backup) throws IOException {
    Slot slot = rotated[backup];
    if (slot.plain != null) {
      slot.plain.delete();
      slot.plain = null;
    }
    if (slot.compressed != null) {
      Files.delete(gz(backup));
      slot.compressed = null;
    }
  }

  /** Compresses a backup, as one or several gzip members, and deletes the plain file. */
  void compress(int backup, Random random) throws IOException {
    compressAndKeep(backup, random);
    finishCompression(backup, random);
  }

  /** Compresses a backup; the plain file is not deleted yet. */
  void compressAndKeep(int backup, Random random) throws IOException {
    Slot slot = rotated[backup];
    if (slot.plain != null) {
      slot.compressed = slot.plain.snapshot();
      slot.half = false;
      Files.write(gz(backup), compressed(slot.plain.bytes(), random));
    }
  }

  /** Compresses a backup up to somewhere; the plain file is not deleted yet. */
  void compressHalf(int backup, Random random) throws IOException {
    Slot slot = rotated[backup];
    if (slot.plain != null) {
      slot.compressed = slot.plain.snapshot();
      slot.half = true;
      byte[] whole = compressed(slot.plain.bytes(), random);
      Files.write(gz(backup), Arrays.copyOf(whole, random.nextInt(whole.length)));
    }
  }

  /** Ends what the two methods before began. */
  void finishCompression(int backup, Random random) throws IOException {
    Slot slot = rotated[backup];
    if (slot.compressed != null && slot.plain != null) {
      if (slot.half) {
        compressAndKeep(backup, random);
      }
      slot.plain.delete();
      slot.plain = null;
    }
  }

  private static byte[] compressed(byte[] content, Random random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int from = 0;
    do {
      int to = random.nextInt(3) > 0 ? content.length : from + random.nextInt(content.length + 1);
      to = Math.min(to, content.length);
      try (GZIPOutputStream member = new GZIPOutputStream(out)) {
        member.write(content, from, to - from);
      }
      from = to;
    } while (from < content.length);
    return out.toByteArray();
  }

  /** The requests that stand, as whole lines, in files that anybody can read. */
  List<Request> readable() {
    List<Request> requests = new ArrayList<>();
    if (active.isFindable()) {
      requests.addAll(active.requests());
    }
    for (Slot slot : rotated) {
      if (slot.plain != null) {
        requests.addAll(slot.plain.requests());
      }
      if (slot.compressed != null && !slot.half) {
        requests.addAll(slot.compressed.requests());
      }
    }
    return requests;
  }

  /** Those, and the ones of files that are only half compressed yet. */
  List<Request> perhapsReadable() {
    List<Request> requests = new ArrayList<>(readable());
    for (Slot slot : rotated) {
      if (slot.compressed != null) {
        requests.addAll(slot.compressed.requests());
      }
    }
    return requests;
  }
}
