package dev.burnline.render;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Publishes files of one report together: all are written under temporary names first, and only
 * when all of them are on disk they are moved into place, the last one last.
 */
final class OutFolder {

  private final Path folder;

  OutFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the files in their order and then {@code last}, by which readers know that the others
   * are there. A {@code last} of an earlier run is taken away before any other file is replaced.
   *
   * @throws IOException naming the path and the cause; no temporary file is left behind
   */
  void publish(Map<String, byte[]> files, String last, byte[] lastBytes) throws IOException {
    var staged = new LinkedHashMap<Path, Path>();
    try {
      create();
      for (var file : files.entrySet()) {
        stage(staged, file.getKey(), file.getValue());
      }
      stage(staged, last, lastBytes);
      Path marker = folder.resolve(last);
      attempt("replace", marker, () -> Files.deleteIfExists(marker));
      for (var file : staged.entrySet()) {
        move(file.getValue(), file.getKey());
      }
      staged.clear();
    } finally {
      for (Path temporary : staged.values()) {
        discard(temporary);
      }
    }
  }

  private void create() throws IOException {
    attempt("create folder", folder, () -> Files.createDirectories(folder));
  }

  private void stage(Map<Path, Path> staged, String name, byte[] bytes) throws IOException {
    Path target = folder.resolve(name);
    Path temporary = folder.resolve("." + name + ".tmp" + ProcessHandle.current().pid());
    staged.put(target, temporary);
    attempt("write", target, () -> Files.write(temporary, bytes));
  }

  private static void move(Path from, Path to) throws IOException {
    attempt(
        "write",
        to,
        () -> {
          try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
          } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
          }
          return to;
        });
  }

  private static void discard(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // The failure that brought us here is the one to report.
      temporary.toFile().deleteOnExit();
    }
  }

  private interface Action {
    @Nullable Object run() throws IOException;
  }

  private static void attempt(String what, Path path, Action action) throws IOException {
    try {
      action.run();
    } catch (IOException e) {
      throw new IOException("cannot %s %s: %s".formatted(what, path, cause(e)), e);
    }
  }

  private static String cause(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file of that name is in the way";
    }
    if (e instanceof NoSuchFileException) {
      return "the folder is gone";
    }
    String reason = e instanceof FileSystemException of ? of.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
