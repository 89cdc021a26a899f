package dev.burnline.trust;

import static dev.burnline.trust.Scene.gzipped;
import static dev.burnline.trust.Scene.lines;
import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed logs that look whole, or like copies of what was read, and are not. */
class CompressedCopiesTest {

  private static final String DIFFERENT =
      "it begins with the same line as what was read before and goes on differently; ";

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void begin() throws IOException {
    scene = Scene.in(folder);
  }

  @Test
  void a_zstd_file_that_is_cut_anywhere_in_its_second_frame_is_named() throws IOException {
    byte[] first = Zstd.compress(lines(minutes(1, 20)));
    byte[] second = Zstd.compress(lines(minutes(21, 40)));
    for (int cut : new int[] {1, 3, 4, 5, 9, 40, second.length - 1}) {
      Scene one = Scene.in(folder.resolve("cut-" + cut));
      one.write("app.log.1.zst", first);
      one.write("app.log.1.zst", Arrays.copyOf(second, cut));

      assertThat(one.crunchUnread()).as("%d bytes", cut).containsOnlyKeys("app.log.1.zst");
      one.counts(minutes(1, 20));
      assertThat(one.crunchUnread()).as("the next run").containsOnlyKeys("app.log.1.zst");

      one.write("app.log.1.zst", Arrays.copyOfRange(second, cut, second.length));
      one.crunchAll();
      one.counts(minutes(1, 40));
    }
  }

  @Test
  void a_zstd_file_of_pzstd_begins_with_a_frame_to_skip() throws IOException {
    byte[] first = Zstd.compress(lines(minutes(1, 20)));
    byte[] second = Zstd.compress(lines(minutes(21, 40)));
    scene.write("app.log.1.zst", skippable(first.length));
    scene.write("app.log.1.zst", first);
    scene.write("app.log.1.zst", skippable(second.length));
    scene.write("app.log.1.zst", second);
    scene.crunchAll();

    scene.counts(minutes(1, 40));
  }

  private static byte[] skippable(int length) {
    return ByteBuffer.allocate(12)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0x184D2A50)
        .putInt(4)
        .putInt(length)
        .array();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void a_gzip_member_with_a_damaged_header_is_named_with_what_follows(int place)
      throws IOException {
    byte[] second = gzipped(lines(minutes(21, 40)));
    second[place] ^= 0x40;
    byte[] first = gzipped(lines(minutes(1, 20)));
    scene.write("app.log.1.gz", first);
    scene.write("app.log.1.gz", second);

    assertThat(scene.crunchUnread().get("app.log.1.gz"))
        .startsWith("read up to byte %d: ".formatted(lines(minutes(1, 20)).length))
        .contains("at byte %d".formatted(first.length));
    scene.counts(minutes(1, 20));
    assertThat(scene.crunchUnread()).as("the next run").containsOnlyKeys("app.log.1.gz");
  }

  @Test
  void zeros_behind_a_gzip_member_are_no_damage() throws IOException {
    scene.write("app.log.1.gz", gzipped(lines(minutes(1, 20))));
    scene.write("app.log.1.gz", new byte[100_000]);
    scene.crunchAll();

    scene.counts(minutes(1, 20));
  }

  @Test
  void of_two_compressed_logs_with_an_equal_first_line_the_shorter_one_is_named()
      throws IOException {
    scene.write("a.log.gz", gzipped(lines(beginningAlike(1, 300))));
    scene.write("b.log.gz", gzipped(lines(beginningAlike(401, 500))));

    Map<String, String> named = Map.of("b.log.gz", DIFFERENT + "it is not counted");
    assertThat(scene.crunchUnread()).isEqualTo(named);
    assertThat(scene.crunchUnread()).as("the next run").isEqualTo(named);
    scene.counts(beginningAlike(1, 300));
  }

  @Test
  void a_compressed_log_that_comes_later_with_an_equal_first_line_is_named() throws IOException {
    scene.write("a.log", beginningAlike(1, 300));
    scene.crunchAll();
    scene.write("b.log.zst", Zstd.compress(lines(beginningAlike(401, 500))));

    Map<String, String> named = Map.of("b.log.zst", DIFFERENT + "it is not counted");
    assertThat(scene.crunchUnread()).isEqualTo(named);
    assertThat(scene.crunchUnread()).as("the next run").isEqualTo(named);
  }

  @Test
  void copies_that_end_anywhere_are_copies() throws IOException {
    byte[] content = lines(minutes(1, 300));
    scene.write("a.log.gz", gzipped(content));
    for (int size = content.length - 7; size > 300; size -= 9_001) {
      scene.write("a.log.%d.gz".formatted(size), gzipped(Arrays.copyOf(content, size)));
      scene.write("a.log.%d.zst".formatted(size), Zstd.compress(Arrays.copyOf(content, size)));
    }
    scene.crunchAll();
    assertThat(scene.crunch().bytesRead()).as("bytes read again").isZero();

    scene.write("a.log.early.gz", gzipped(Arrays.copyOf(content, content.length / 2)));
    scene.crunchAll();
    assertThat(scene.crunch().bytesRead()).as("bytes read again").isZero();
    scene.counts(minutes(1, 300));
  }

  private static Request[] beginningAlike(int first, int last) {
    return Stream.concat(Stream.of(minutes(1000, 1000)), Stream.of(minutes(first, last)))
        .map(Request::minimal)
        .toArray(Request[]::new);
  }
}
