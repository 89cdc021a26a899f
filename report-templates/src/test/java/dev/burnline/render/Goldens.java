package dev.burnline.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts as they were seen and found good. Refreshed by {@code -Dburnline.goldens=write}; the
 * difference is then a part of the change and is read like one.
 */
final class Goldens {

  private static final boolean WRITE = "write".equals(System.getProperty("burnline.goldens"));

  private Goldens() {}

  static void check(String name, String text) throws IOException {
    Path file =
        Path.of(System.getProperty("burnline.root", ".."))
            .resolve("report-templates/src/test/resources/goldens")
            .resolve(name);
    if (WRITE) {
      Files.createDirectories(file.getParent());
      Files.write(file, text.getBytes(UTF_8));
      return;
    }
    assertThat(file).as("golden; refresh with -Dburnline.goldens=write").exists();
    String golden = Files.readString(file);
    if (!golden.equals(text)) {
      int at = 0;
      while (at < Math.min(golden.length(), text.length())
          && golden.charAt(at) == text.charAt(at)) {
        at++;
      }
      // Only the place: a page is too long for a message.
      assertThat(around(text, at)).as("%s differs at %d", name, at).isEqualTo(around(golden, at));
    }
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 120));
  }
}
