package dev.burnline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that rotates at midnight, and what belongs together on both sides of it. */
class MidnightTest {

  @TempDir private Path folder;

  @Test
  void a_request_that_finishes_after_midnight_in_the_next_file_is_not_unfinished()
      throws IOException {
    log(
        "app.log.2026-11-22",
        line("2026-11-22T00:00:01Z", 1, "'event':'service.ready'"),
        line("2026-11-22T23:59:30Z", 2, "'event':'request.received','request_id':'r1'"));
    log("app.log", line("2026-11-23T00:00:05Z", 3, "'request_id':'r1','duration_ms':35000"));

    assertThat(completeness().get("unfinished_requests").intValue()).isZero();
  }

  @Test
  void what_the_last_heartbeat_has_counted_may_be_logged_after_midnight() throws IOException {
    log(
        "app.log.2026-11-22",
        line("2026-11-22T12:00:00Z", 1, "'event':'heartbeat','finished_total':0"),
        line("2026-11-22T23:59:59.900Z", 2, "'event':'heartbeat','finished_total':2"));
    log(
        "app.log",
        line("2026-11-23T00:00:00.005Z", 3, "'request_id':'r1','duration_ms':35000"),
        line("2026-11-23T00:00:00.006Z", 4, "'request_id':'r2','duration_ms':35000"));

    assertThat(completeness().get("unlogged_requests").intValue()).isZero();
  }

  private static String line(String time, int seq, String more) {
    return "{'timestamp':'%s','service':'chat','boot_id':'b1','seq':%d,%s}\n"
        .formatted(
            time, seq, more.contains("'event'") ? more : "'event':'request.finished'," + more)
        .replace('\'', '"');
  }

  private void log(String name, String... lines) throws IOException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Files.writeString(logs.resolve(name), String.join("", lines), UTF_8);
  }

  private JsonNode completeness() throws IOException {
    BurnlineRun run =
        BurnlineRun.nightly(
            folder, "--logs", folder.resolve("logs").toString(), "--date", "2026-11-22");
    assertThat(run.exitCode()).isZero();
    return new ObjectMapper()
        .readTree(folder.resolve("out/report.json").toFile())
        .get("completeness");
  }
}
