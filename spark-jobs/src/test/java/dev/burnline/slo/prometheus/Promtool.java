package dev.burnline.slo.prometheus;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The {@code promtool} of this machine (Debian package {@code prometheus}). */
final class Promtool {

  private static final int PATIENCE_MINUTES = 5;

  private Promtool() {}

  /** How a run ended, and what it said. */
  record Ran(int code, String said) {}

  /** Runs it in a folder; skips the test where there is none and skipping is allowed. */
  static Ran run(Path folder, String... arguments) throws IOException, InterruptedException {
    Optional<Path> tool =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(path -> Path.of(path, "promtool"))
            .filter(Files::isExecutable)
            .findFirst();
    if (tool.isEmpty() && "fail".equals(System.getProperty("burnline.skips"))) {
      fail("promtool is not installed, and skipping is not allowed here");
    }
    assumeTrue(tool.isPresent(), "promtool is not installed");
    List<String> command = new ArrayList<>(List.of(tool.orElseThrow().toString()));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("promtool.out");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        fail("promtool did not end");
      }
    } finally {
      process.destroyForcibly();
    }
    return new Ran(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
  }
}
