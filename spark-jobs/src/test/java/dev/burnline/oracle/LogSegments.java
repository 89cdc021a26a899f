package dev.burnline.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The uncompressed contents of log files, each content once. */
final class LogSegments {

  private LogSegments() {}

  /**
   * Returns the contents up to the last line end of every file at or under {@code places}. A file
   * that is a copy of another, or an earlier state of it, is the same segment and left out. A file
   * without a whole line is no segment.
   */
  static List<byte[]> read(List<Path> places) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (Path place : places) {
      for (Path file : filesAt(place)) {
        byte[] whole = wholeLines(bytesOf(file));
        if (whole.length > 0) {
          contents.add(whole);
        }
      }
    }
    contents.sort(Comparator.comparing((byte[] content) -> content.length).reversed());
    List<byte[]> segments = new ArrayList<>();
    for (byte[] content : contents) {
      if (segments.stream().noneMatch(longer -> startsWith(longer, content))) {
        segments.add(content);
      }
    }
    return segments;
  }

  private static List<Path> filesAt(Path place) throws IOException {
    try (Stream<Path> found = Files.walk(place)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static byte[] bytesOf(Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return Files.readAllBytes(file);
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static byte[] wholeLines(byte[] content) {
    int end = content.length;
    while (end > 0 && content[end - 1] != '\n') {
      end--;
    }
    return Arrays.copyOf(content, end);
  }

  private static boolean startsWith(byte[] longer, byte[] content) {
    return Arrays.equals(longer, 0, content.length, content, 0, content.length);
  }
}
