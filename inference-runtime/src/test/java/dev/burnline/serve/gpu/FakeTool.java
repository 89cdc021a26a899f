package dev.burnline.serve.gpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Programs that say what they are told to. */
final class FakeTool {

  private FakeTool() {}

  /** Makes a program of a shell script. */
  static Path script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    return allow(file);
  }

  /** Makes a file one that can be started. */
  static Path allow(Path file) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Makes a program one that nobody can start. */
  static Path forbid(Path file) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  /** Makes a program that prints a text, which can be changed by writing {@code FILE.out}. */
  static Path printing(Path file, String output) throws IOException {
    Path text = file.resolveSibling(file.getFileName() + ".out");
    Files.writeString(text, output);
    return script(file, "cat '" + text + "'");
  }
}
