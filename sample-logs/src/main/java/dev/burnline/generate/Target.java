package dev.burnline.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that logs go to. */
final class Target {

  private final Path out;

  Target(Plan plan) {
    this.out = plan.out();
  }

  Path out() {
    return out;
  }

  /** Returns whether there is anything in it; a folder that does not exist yet is empty. */
  boolean isFull() throws IOException {
    if (!Files.exists(out)) {
      return false;
    }
    if (!Files.isDirectory(out)) {
      throw new NotDirectoryException(out.toString());
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.findAny().isPresent();
    }
  }

  /** Removes the log files of earlier runs, and nothing else. */
  void clear() throws IOException {
    if (!isFull()) {
      return;
    }
    List<Path> logs;
    try (Stream<Path> files = Files.walk(out, 2)) {
      logs =
          files
              .filter(file -> file.getFileName().toString().startsWith("app.log"))
              .filter(file -> file.getParent().getFileName().toString().startsWith("gpu-node-"))
              .toList();
    }
    for (Path log : logs) {
      Files.delete(log);
    }
  }
}
