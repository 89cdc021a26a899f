package dev.burnline.trust;

import static dev.burnline.trust.Scene.gzipped;
import static dev.burnline.trust.Scene.lines;
import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fault 10 of the list: logs that are compressed before, while and after they are read. */
class GzipFaultsTest {

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void begin() throws IOException {
    scene = Scene.in(folder);
  }

  @Test
  void fault_10_compressed_after_it_was_partly_read() throws IOException {
    scene.write("app.log", minutes(1, 4));
    scene.crunchAll();
    scene.write("app.log", minutes(5, 9));
    scene.rotate();
    scene.gzip("app.log.1");
    scene.crunchAll();

    scene.counts(minutes(1, 9));
    assertThat(scene.crunch().bytesRead()).as("bytes read again").isZero();
  }

  @Test
  void fault_10_compressed_between_finding_and_opening() throws IOException {
    scene.write("app.log.1", minutes(1, 4));
    var found = scene.bench().find();
    scene.gzip("app.log.1");
    assertThat(scene.bench().crunch(found).unread()).allMatch(log -> log.moved());
    scene.crunchAll();

    scene.counts(minutes(1, 4));
  }

  @Test
  void fault_10_half_written_beside_the_plain_file_is_no_trouble() throws IOException {
    scene.write("app.log.1", minutes(1, 40));
    byte[] whole = gzipped(lines(minutes(1, 40)));
    scene.write("app.log.1.gz", Arrays.copyOf(whole, whole.length / 2));
    scene.crunchAll();
    scene.counts(minutes(1, 40));

    scene.crunchAll();
    scene.delete("app.log.1.gz");
    scene.gzip("app.log.1");
    scene.crunchAll();
    scene.counts(minutes(1, 40));
  }

  @Test
  void fault_10_every_cut_of_a_gzip_counts_the_lines_before_it_and_is_named() throws IOException {
    byte[] whole = gzipped(lines(minutes(1, 30)));
    Random random = new Random(7);
    int mostLines = 0;
    for (int cut = 20; cut < whole.length; cut += 1 + random.nextInt(60)) {
      Scene one = Scene.in(folder.resolve("cut-" + cut));
      one.write("app.log.1.gz", Arrays.copyOf(whole, cut));
      assertThat(one.crunchUnread()).containsOnlyKeys("app.log.1.gz");
      int lines = one.bench().counted().requests().size();
      one.counts(minutes(1, lines));
      mostLines = Math.max(mostLines, lines);
      assertThat(one.crunchUnread()).as("the next run").containsOnlyKeys("app.log.1.gz");

      one.delete("app.log.1.gz");
      one.write("app.log.1.gz", whole);
      one.crunchAll();
      one.counts(minutes(1, 30));
    }
    assertThat(mostLines).isGreaterThan(20);
  }

  @Test
  void fault_10_several_members_also_cut_inside_a_line() throws IOException {
    byte[] content = lines(minutes(1, 12));
    scene.write(
        "app.log.1.gz",
        gzipped(
            Arrays.copyOfRange(content, 0, 100),
            new byte[0],
            Arrays.copyOfRange(content, 100, 777),
            Arrays.copyOfRange(content, 777, content.length)));
    scene.crunchAll();

    scene.counts(minutes(1, 12));
  }

  /** The JDK stops at a member's end where the stream says that it has no bytes available. */
  @Test
  void fault_10_a_member_that_ends_where_a_buffer_ends() throws IOException {
    byte[] noise = new byte[60_000];
    new Random(5).nextBytes(noise);
    StringBuilder comment = new StringBuilder();
    for (byte b : noise) {
      comment.append((char) ('0' + (b & 0x3F)));
    }
    for (int extra = 0; extra < 40; extra++) {
      Scene one = Scene.in(folder.resolve("extra-" + extra));
      one.write("app.log.1.gz", memberOf(65_536 - 20 + extra, comment.toString()));
      one.write("app.log.1.gz", gzipped(lines(minutes(2, 5))));
      one.crunchAll();
      one.counts(minutes(1, 5));
    }
  }

  /** A member of just so many bytes: a line, a comment in its header to fill it up. */
  private static byte[] memberOf(int size, String filling) throws IOException {
    byte[] plain = gzipped(Request.at(1).bytes());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] header = Arrays.copyOf(plain, 10);
    header[3] = 16; // FCOMMENT
    out.writeBytes(header);
    int length = size - plain.length - 1;
    String text = filling.repeat(2).substring(0, length);
    out.writeBytes(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    out.write(0);
    out.write(plain, 10, plain.length - 10);
    return out.toByteArray();
  }

  @Test
  void fault_10_a_compressed_file_that_grows_by_a_member() throws IOException {
    scene.write("app.log.1.gz", gzipped(lines(minutes(1, 3))));
    scene.crunchAll();
    scene.write("app.log.1.gz", gzipped(lines(minutes(4, 6))));
    scene.crunchAll();

    scene.counts(minutes(1, 6));
  }

  @Test
  void fault_10_compressed_before_a_late_write_that_was_read() throws IOException {
    scene.write("app.log.1", minutes(1, 3));
    byte[] early = gzipped(lines(minutes(1, 3)));
    scene.write("app.log.1", minutes(4, 4));
    scene.crunchAll();
    scene.delete("app.log.1");
    scene.write("app.log.1.gz", early);
    scene.crunchAll();
    scene.crunchAll();

    scene.counts(minutes(1, 4));
  }

  @Test
  void zstd_frames_are_read_on_like_gzip_members() throws IOException {
    scene.write("app.log", minutes(1, 4));
    scene.crunchAll();
    scene.rotate();
    scene.delete("app.log.1");
    scene.write("app.log.1.zst", Zstd.compress(lines(minutes(1, 7))));
    scene.write("app.log.1.zst", Zstd.compress(lines(minutes(8, 9))));
    scene.crunchAll();

    scene.counts(minutes(1, 9));
    assertThat(Files.exists(scene.bench().log("app.log.1"))).isFalse();
  }

  @Test
  void a_zstd_file_that_is_cut_counts_the_lines_before_and_is_named() throws IOException {
    Random random = new Random(11);
    Request[] requests = new Request[3000];
    for (int i = 0; i < requests.length; i++) {
      requests[i] = Request.at(i + 1).from("boot-" + random.nextLong());
    }
    byte[] whole = Zstd.compress(lines(requests));
    scene.write("app.log.1.zst", Arrays.copyOf(whole, whole.length - 1000));
    assertThat(scene.crunchUnread()).containsOnlyKeys("app.log.1.zst");

    int lines = scene.bench().counted().requests().size();
    assertThat(lines).isBetween(100, 2999);
    scene.counts(minutes(1, lines));
  }

  /** The library's streams close what they read from when they are collected. */
  @Test
  void a_collection_of_garbage_at_any_moment_closes_no_file() throws IOException {
    byte[] content = Zstd.compress(lines(minutes(1, 1200)));
    for (int moment = 0; moment < 16; moment++) {
      Scene one = Scene.in(folder.resolve("moment-" + moment));
      one.write("app.log.1.zst", content);
      one.from(
          new AtRead(
              moment,
              () -> {
                System.gc();
                System.runFinalization();
              }));
      one.crunchAll();
      assertThat(one.bench().counted().requests()).hasSize(1200);
    }
  }

  @Test
  void what_is_named_like_a_log_and_is_something_else_is_named() throws IOException {
    scene.write("app.log", minutes(1, 1));
    scene.write("app.log.1.gz", new byte[] {0x1F, (byte) 0x8B, 8, 0, 1, 2, 3});
    scene.write("app.log.2", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    assertThat(scene.crunchUnread()).containsOnlyKeys("app.log.1.gz", "app.log.2");

    scene.counts(minutes(1, 1));
  }
}
