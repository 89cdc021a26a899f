package dev.burnline.serve.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.LibUtils;
import dev.burnline.serve.JavaProcess;
import dev.burnline.serve.torch.TorchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainDemoTest {

  private static final int PATIENCE_SECONDS = 120;

  @TempDir private Path folder;
  private final List<Path> links = new ArrayList<>();

  @Test
  void itRunsWithTheLibraryThatAnOperatorBrings() throws Exception {
    Ran ran = train(Map.of("PYTORCH_LIBRARY_PATH", broughtLibrary().toString()));

    assertThat(ran.exitCode()).as(ran.said()).isZero();
    assertThat(ran.said()).contains("wrote " + folder.resolve("model") + ": ");
  }

  @Test
  void aSettingThatNoLibraryCanBeIsToldInOneLine() throws Exception {
    Ran ran =
        train(Map.of("PYTORCH_LIBRARY_PATH", broughtLibrary().toString(), "PYTORCH_FLAVOR", " "));

    assertThat(ran.exitCode()).as(ran.said()).isEqualTo(2);
    assertThat(ran.said())
        .contains("burnline train-demo: PYTORCH_FLAVOR is blank: unset it, or say cpu or cu128")
        .doesNotContain("\tat ");
  }

  /** How a process ended and all that it said. */
  private record Ran(int exitCode, String said) {}

  /** Trains for one token. */
  private Ran train(Map<String, String> environment) throws Exception {
    Path text = Files.writeString(folder.resolve("text.txt"), "One and one is two. ".repeat(20));
    Path said = folder.resolve("said.txt");
    ProcessBuilder command =
        JavaProcess.of(
            TrainDemo.class,
            "--out",
            folder.resolve("model").toString(),
            "--text",
            text.toString(),
            "--tokens",
            "1");
    command.environment().remove("PYTORCH_FLAVOR");
    command.environment().putAll(environment);
    Process process = command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
          .as("it ends: %s", Files.readString(said))
          .isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    return new Ran(process.exitValue(), Files.readString(said));
  }

  /** JUnit warns of each link that it has to delete. */
  @AfterEach
  void removeLinks() throws IOException {
    for (Path link : links) {
      Files.delete(link);
    }
  }

  /** Returns a folder like libtorch's own: with the library that comes along, without bindings. */
  private Path broughtLibrary() throws IOException {
    TorchEngine.start();
    Path brought = Files.createDirectory(folder.resolve("libtorch"));
    try (Stream<Path> files = Files.list(Path.of(LibUtils.getLibtorchPath()))) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().contains("djl_torch")) {
          links.add(Files.createSymbolicLink(brought.resolve(file.getFileName()), file));
        }
      }
    }
    return brought;
  }
}
