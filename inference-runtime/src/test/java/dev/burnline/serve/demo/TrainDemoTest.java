package dev.burnline.serve.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.LibUtils;
import dev.burnline.serve.torch.TorchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainDemoTest {

  @TempDir private Path folder;
  private final List<Path> links = new ArrayList<>();

  @Test
  void itRunsWithTheLibraryThatAnOperatorBrings() throws Exception {
    Process process = train(Map.of("PYTORCH_LIBRARY_PATH", broughtLibrary().toString()));
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("wrote " + folder.resolve("model") + ": ");
  }

  @Test
  void aSettingThatNoLibraryCanBeIsToldInOneLine() throws Exception {
    Process process =
        train(Map.of("PYTORCH_LIBRARY_PATH", broughtLibrary().toString(), "PYTORCH_FLAVOR", " "));
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(said).isEqualTo(2);
    assertThat(said)
        .contains("burnline train-demo: PYTORCH_FLAVOR is blank: unset it, or say cpu or cu128")
        .doesNotContain("\tat ");
  }

  /** Trains for one token. */
  private Process train(Map<String, String> environment) throws IOException {
    Path text = Files.writeString(folder.resolve("text.txt"), "One and one is two. ".repeat(20));
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            TrainDemo.class.getName(),
            "--out",
            folder.resolve("model").toString(),
            "--text",
            text.toString(),
            "--tokens",
            "1");
    command.environment().remove("PYTORCH_FLAVOR");
    command.environment().putAll(environment);
    return command.redirectErrorStream(true).start();
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
