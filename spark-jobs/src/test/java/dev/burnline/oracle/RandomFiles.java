package dev.burnline.oracle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** The rotated files of one host; the newest is {@code app.log}, the next {@code app.log.1}. */
final class RandomFiles {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Path folder;
  private final Random random;
  private final List<byte[]> rotated = new ArrayList<>();
  private final List<byte[]> linesOfActive = new ArrayList<>();
  private final ByteArrayOutputStream active = new ByteArrayOutputStream();

  RandomFiles(Path folder, Random random) {
    this.folder = folder;
    this.random = random;
  }

  /** Whether the next line is the first of its file. */
  boolean atStart() {
    return linesOfActive.isEmpty();
  }

  void add(byte[] line) {
    if (atStart() && random.nextInt(8) == 0) {
      active.writeBytes(BYTE_ORDER_MARK);
    }
    active.writeBytes(line);
    active.writeBytes(random.nextInt(30) == 0 ? new byte[] {'\r', '\n'} : new byte[] {'\n'});
    linesOfActive.add(line);
  }

  /** Writes an earlier line of the same file once more. */
  void repeat() {
    if (!atStart()) {
      int back = 1 + random.nextInt(Math.min(20, linesOfActive.size()));
      add(linesOfActive.get(linesOfActive.size() - back));
    }
  }

  void rotate() {
    if (!atStart()) {
      rotated.add(active.toByteArray());
      active.reset();
      linesOfActive.clear();
    }
  }

  /** Writes all files, some of them zipped, some of them twice. */
  void write() throws IOException {
    Files.createDirectories(folder);
    if (random.nextInt(3) == 0) {
      // Still being written: it is for the next run.
      active.writeBytes(new byte[] {'{', '"', 't'});
    }
    Files.write(folder.resolve("app.log"), active.toByteArray());
    for (int i = 0; i < rotated.size(); i++) {
      byte[] content = rotated.get(i);
      String name = "app.log." + (rotated.size() - i);
      if (random.nextInt(3) == 0) {
        writeZipped(folder.resolve(name + ".gz"), content);
      } else {
        Files.write(folder.resolve(name), content);
      }
      if (random.nextInt(6) == 0) {
        // A copy, or an earlier state that ends in the middle of a line.
        int firstLine = 1 + indexOfLineEnd(content);
        int length =
            random.nextBoolean()
                ? content.length
                : firstLine + random.nextInt(content.length - firstLine + 1);
        Path copies = Files.createDirectories(folder.resolve("copies"));
        writeZipped(copies.resolve(name + ".gz"), Arrays.copyOf(content, length));
      }
    }
  }

  private static int indexOfLineEnd(byte[] content) {
    int i = 0;
    while (content[i] != '\n') {
      i++;
    }
    return i;
  }

  /** Zips in one member or two, as {@code cat a.gz b.gz} makes them. */
  private void writeZipped(Path file, byte[] content) throws IOException {
    int cut = random.nextBoolean() ? content.length : random.nextInt(content.length + 1);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int[] part : new int[][] {{0, cut}, {cut, content.length}}) {
        GZIPOutputStream member = new GZIPOutputStream(out);
        member.write(content, part[0], part[1] - part[0]);
        member.finish();
      }
    }
  }
}
