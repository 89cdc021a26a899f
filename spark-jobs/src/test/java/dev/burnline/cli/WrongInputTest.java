package dev.burnline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with logs, one clear message says what, where and which value. */
class WrongInputTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0};

  @TempDir private Path folder;

  private Path logs;

  @BeforeEach
  void makeFolder() throws IOException {
    logs = Files.createDirectory(folder.resolve("logs"));
  }

  @Test
  void an_empty_folder() {
    refused(
        nightly(),
        ("no log in %s: there is no file (a log is named like app.log, app.log.1 or app.log.2.gz,"
                + " or begins with a JSON line)")
            .formatted(logs));
  }

  @Test
  void a_folder_that_does_not_exist() throws IOException {
    Files.delete(logs);

    refused(nightly(), "no such log file or folder: %s".formatted(logs));
  }

  @Test
  void a_folder_that_does_not_exist_makes_no_store() throws IOException {
    Files.delete(logs);

    nightly();

    assertThat(folder.resolve("store")).doesNotExist();
  }

  @Test
  void a_folder_that_does_not_exist_beside_others_is_named_and_the_others_are_read()
      throws IOException {
    Files.write(logs.resolve("app.log"), day(100, "success"));
    Path gone = folder.resolve("host-2");

    BurnlineRun run = run("--logs", gone.toString(), logs.toString());

    assertThat(run.err()).isEqualTo("burnline: %s: no such log file or folder\n".formatted(gone));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).startsWith("INCOMPLETE  nightly 2026-11-22 (UTC)  100 requests\n");
  }

  @Test
  void logs_that_are_gone_are_named_and_what_the_store_has_of_them_is_reported()
      throws IOException {
    Files.write(logs.resolve("app.log"), day(100, "success"));
    assertThat(nightly().exitCode()).isZero();
    Files.delete(logs.resolve("app.log"));
    Files.delete(logs);

    BurnlineRun run = nightly();

    assertThat(run.err()).isEqualTo("burnline: %s: no such log file or folder\n".formatted(logs));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).startsWith("INCOMPLETE  nightly 2026-11-22 (UTC)  100 requests\n");
  }

  @Test
  void a_glob_that_matches_nothing() {
    Path glob = folder.resolve("host-*/app.log");

    refused(run("--logs", glob.toString()), "no such log file or folder: %s".formatted(glob));
  }

  @Test
  void a_folder_of_pictures() throws IOException {
    Files.write(logs.resolve("a.png"), PNG);
    Files.write(logs.resolve("b.png"), PNG);

    refused(
        nightly(),
        ("no log in %s: the 2 files there are something else, for example %s (a log is named like"
                + " app.log, app.log.1 or app.log.2.gz, or begins with a JSON line)")
            .formatted(logs, logs.resolve("a.png")));
  }

  @Test
  void a_picture_that_is_given_as_log() throws IOException {
    Path picture = Files.write(logs.resolve("a.png"), PNG);

    refused(
        run("--logs", picture.toString()),
        ("no usable line in %s: 1 file cannot be read, the first is %s: no usable line in its first"
                + " 11 bytes; the first line is invalid_utf8")
            .formatted(picture, picture));
  }

  @Test
  void a_broken_symbolic_link() throws IOException {
    Path link = Files.createSymbolicLink(logs.resolve("app.log"), folder.resolve("gone"));

    refused(run("--logs", link.toString()), "no such log file or folder: %s".formatted(link));
  }

  @Test
  void a_log_without_a_usable_line() throws IOException {
    Path log = Files.writeString(logs.resolve("app.log"), "starting server\nready\n");

    refused(
        nightly(),
        ("no usable line in %s: 1 file cannot be read, the first is %s: no usable line in its first"
                + " 22 bytes; the first line is broken_json")
            .formatted(logs, log));
  }

  @Test
  void a_log_without_a_complete_line() throws IOException {
    Files.writeString(logs.resolve("app.log"), "{\"timestamp\":\"2026-11-22T");

    refused(nightly(), "no complete line yet in %s".formatted(logs));
  }

  @Test
  void a_zipped_log_that_breaks_off_in_its_first_line() throws IOException {
    Path log =
        Files.write(logs.resolve("app.log.1.gz"), Arrays.copyOf(zipped(day(50, "success")), 40));

    refused(
        nightly(),
        ("no usable line in %s: 1 file cannot be read, the first is %s: Unexpected end of ZLIB"
                + " input stream")
            .formatted(logs, log));
  }

  @Test
  void a_zipped_log_that_breaks_off_beside_good_ones_makes_the_report_incomplete()
      throws IOException {
    Files.write(logs.resolve("app.log"), day(100, "success"));
    byte[] whole = zipped(day(5000, "error"));
    Path broken = Files.write(logs.resolve("app.log.1.gz"), Arrays.copyOf(whole, whole.length / 2));

    BurnlineRun run = nightly();

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .matches(
            "burnline: \\Q%s\\E: read up to byte \\d+: Unexpected end of ZLIB input stream\\R"
                .formatted(broken));
    assertThat(run.out()).startsWith("INCOMPLETE  nightly 2026-11-22 (UTC)");
    assertThat(folder.resolve("out/report.json")).content(UTF_8).contains("\"INCOMPLETE\"");
    assertThat(folder.resolve("out/report.html")).isRegularFile();
  }

  @Test
  void a_store_that_is_a_file() throws IOException {
    Files.write(logs.resolve("app.log"), day(10, "success"));
    Path store = Files.writeString(folder.resolve("store"), "not a folder");

    BurnlineRun run = nightly();

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).startsWith("burnline: ").contains(store.toString()).hasLineCount(1);
  }

  @Test
  void a_report_folder_that_is_a_file() throws IOException {
    Files.write(logs.resolve("app.log"), day(10, "success"));
    Path out = Files.writeString(folder.resolve("out"), "not a folder");

    BurnlineRun run = nightly();

    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "burnline: cannot create folder %s: a file of that name is in the way\n"
                .formatted(out));
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void a_rollup_that_is_damaged_is_named_and_made_anew() throws IOException {
    Files.write(logs.resolve("app.log"), day(400, "success"));
    assertThat(nightly().exitCode()).isZero();
    Path rollup;
    try (var files = Files.list(folder.resolve("store"))) {
      rollup = files.filter(file -> file.toString().endsWith(".avro")).findFirst().orElseThrow();
    }
    Files.write(rollup, Arrays.copyOf(Files.readAllBytes(rollup), 100));

    BurnlineRun run = nightly();

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .startsWith("burnline: rollup %s is damaged (".formatted(rollup.getFileName()))
        .contains("set aside, and made anew from its log")
        .hasLineCount(1);
    assertThat(nightly().err()).isEmpty();
  }

  private static void refused(BurnlineRun run, String message) {
    assertThat(run.err()).isEqualToNormalizingNewlines("burnline: " + message + "\n");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
  }

  private BurnlineRun nightly() {
    return run("--logs", logs.toString());
  }

  private BurnlineRun run(String... arguments) {
    return BurnlineRun.nightly(folder, arguments);
  }

  private static byte[] day(int requests, String status) {
    return MinimalLog.day(requests, status);
  }

  private static byte[] zipped(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
