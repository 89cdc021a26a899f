package dev.burnline.serve.requestlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatedFolderTest {

  @TempDir private Path folder;

  private void put(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName() + "=" + LogLines.read(file)).sorted().toList();
    }
  }

  @Test
  void theCascadeMovesEveryFileOnAndTheOldestOut() throws IOException {
    RotatedFolder rotated = new RotatedFolder(folder, 3);
    for (String content : List.of("a", "b", "c", "d", "e")) {
      put("app.log", content);
      rotated.rotate();
    }

    assertThat(files()).containsExactly("app.log.1=e", "app.log.2=d", "app.log.3=c");
  }

  @Test
  void aHoleLeftByAnInterruptedCascadeIsFilledBeforeAnythingIsThrownAway() throws IOException {
    put("app.log", "e");
    put("app.log.1", "d");
    put("app.log.3", "b");
    put("app.log.4", "a");

    new RotatedFolder(folder, 4).rotate();

    assertThat(files()).containsExactly("app.log.1=e", "app.log.2=d", "app.log.3=b", "app.log.4=a");
  }

  @Test
  void withOneBackupTheNewestIsKept() throws IOException {
    put("app.log", "b");
    put("app.log.1", "a");

    new RotatedFolder(folder, 1).rotate();

    assertThat(files()).containsExactly("app.log.1=b");
  }
}
