package dev.burnline.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFinderTest {

  private static final Path ENDLESS = Path.of("/dev/zero");

  @TempDir private Path folder;

  @Test
  void a_path_that_leads_to_nothing_is_named_and_the_others_are_searched() throws IOException {
    Path log = log("h1/app.log");
    String gone = folder.resolve("h2").toString();
    String glob = folder.resolve("h*/none.log").toString();

    FoundLogs found = find(gone, folder.resolve("h1").toString(), glob);

    assertThat(names(found)).containsExactly(log.toString());
    assertThat(found.missing()).containsExactly(gone, glob);
    assertThat(found.unread())
        .extracting(UnreadLog::name, UnreadLog::reason, UnreadLog::moved)
        .containsExactly(
            tuple(gone, "no such log file or folder", false),
            tuple(glob, "no such log file or folder", false));
  }

  @Test
  void a_path_on_an_unknown_file_system_is_named_and_the_others_are_searched() throws IOException {
    Path log = log("h1/app.log");

    FoundLogs found = find("nowhere://host/logs", log.toString());

    assertThat(names(found)).containsExactly(log.toString());
    assertThat(found.missing()).isEmpty();
    assertThat(found.unread())
        .singleElement()
        .satisfies(
            unread -> {
              assertThat(unread.name()).isEqualTo("nowhere://host/logs");
              assertThat(unread.reason()).contains("No FileSystem for scheme \"nowhere\"");
            });
  }

  @Test
  void a_pipe_among_the_logs_is_not_opened() throws Exception {
    Path log = log("h1/app.log");
    Path control = pipe("h1/control.pipe");
    Path named = pipe("h1/other.log");

    FoundLogs found = find(folder.resolve("h1").toString());

    assertThat(names(found)).containsExactly(log.toString());
    assertThat(found.ignored()).containsExactlyInAnyOrder(control.toString(), named.toString());
    assertThat(found.unread()).isEmpty();
  }

  @Test
  void a_pipe_that_is_given_as_log_is_named_and_not_opened() throws Exception {
    Path pipe = pipe("app.log");

    assertThat(find(pipe.toString()).unread())
        .containsExactly(new UnreadLog(pipe.toString(), "it is neither a file nor a folder"));
  }

  @Test
  void a_link_to_a_device_is_not_read() throws IOException {
    assumeTrue(Files.exists(ENDLESS), "there is no " + ENDLESS);
    Path log = log("h1/app.log");
    Path link = Files.createSymbolicLink(folder.resolve("h1/zero.log"), ENDLESS);

    FoundLogs found = find(folder.resolve("h1").toString());

    assertThat(names(found)).containsExactly(log.toString());
    assertThat(found.ignored()).containsExactly(link.toString());
  }

  private FoundLogs find(String... paths) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> new LogFinder(new Configuration()).find(List.of(paths)));
  }

  private static List<String> names(FoundLogs found) {
    return found.logs().stream().map(log -> log.file().displayName()).toList();
  }

  private Path log(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, "{\"timestamp\":\"2026-11-22T00:00:00Z\"}\n".getBytes(UTF_8));
  }

  private Path pipe(String name) throws IOException, InterruptedException {
    Path pipe = folder.resolve(name);
    try {
      Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start();
      assumeTrue(mkfifo.waitFor() == 0, "mkfifo makes no pipe here");
    } catch (IOException e) {
      assumeTrue(false, "there is no mkfifo: " + e.getMessage());
    }
    return pipe;
  }
}
