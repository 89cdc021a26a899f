package dev.burnline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletenessTest {

  @TempDir Path folder;

  @Test
  void a_seq_that_was_passed_is_a_repeated_line_and_counts_in_lines_only() throws IOException {
    JsonNode completeness =
        new TinyLog(folder)
            .file(
                "app.log",
                numbered("a", 1, "12:00", "request.finished"),
                numbered("a", 2, "12:01", "heartbeat"),
                numbered("a", 2, "12:01", "heartbeat"),
                numbered("b", 1, "12:02", "request.finished"),
                numbered("a", 1, "12:03", "request.finished"),
                numbered("a", 3, "12:04", "request.finished"))
            .completeness();

    assertThat(completeness.get("lines").longValue()).isEqualTo(6);
    assertThat(completeness.get("repeated_lines").longValue()).isEqualTo(2);
    assertThat(completeness.get("duplicate_requests").longValue()).isEqualTo(1);
    assertThat(completeness.get("requests").longValue()).isEqualTo(3);
    assertThat(completeness.get("lost_lines").longValue()).isZero();
  }

  @Test
  void a_repeated_number_in_another_segment_is_counted() throws IOException {
    JsonNode completeness =
        new TinyLog(folder)
            .file("app.log.1", numbered("a", 5, "12:00", "request.finished"))
            .file("app.log", numbered("a", 5, "12:09", "request.finished"))
            .completeness();

    assertThat(completeness.get("requests").longValue()).isEqualTo(2);
    assertThat(completeness.get("repeated_lines").longValue()).isZero();
  }

  @Test
  void lines_without_seq_or_boot_are_taken_as_they_come() throws IOException {
    JsonNode completeness =
        new TinyLog(folder)
            .file(
                "app.log",
                "{'timestamp':'2026-03-10T12:00:00Z','boot_id':'a','seq':'1'}",
                "{'timestamp':'2026-03-10T12:00:00Z','boot_id':'a','seq':'1'}",
                "{'timestamp':'2026-03-10T12:00:00Z','seq':9}",
                "{'timestamp':'2026-03-10T12:00:00Z','seq':4}")
            .completeness();

    assertThat(completeness.get("requests").longValue()).isEqualTo(4);
    assertThat(completeness.get("lost_lines").longValue()).isZero();
  }

  @Test
  void a_gap_is_lost_in_the_window_of_the_line_after_it() throws IOException {
    TinyLog log =
        new TinyLog(folder)
            .file(
                "app.log.1",
                numbered("a", 4, "09T12:00", "heartbeat"),
                numbered("a", 6, "09T12:01", "heartbeat"),
                numbered("a", 9, "10T00:00", "heartbeat"))
            .file(
                "app.log",
                numbered("a", 12, "10T00:01", "heartbeat"),
                "broken line in place of 13",
                numbered("a", 14, "10T00:02", "heartbeat"),
                numbered("b", 7, "10T00:03", "heartbeat"));

    // 7, 8; then 10, 11 from one segment to the next; then 13.
    assertThat(log.completeness().get("lost_lines").longValue()).isEqualTo(5);
    assertThat(log.on("2026-03-09", "UTC").completeness().get("lost_lines").longValue())
        .isEqualTo(1);
  }

  @Test
  void a_gap_that_another_segment_fills_is_none() throws IOException {
    TinyLog log =
        new TinyLog(folder)
            .file(
                "app.log.1",
                numbered("a", 1, "12:00", "heartbeat"),
                numbered("a", 4, "12:03", "heartbeat"))
            .file("host-b/app.log", numbered("a", 2, "12:01", "heartbeat"));

    assertThat(log.completeness().get("lost_lines").longValue()).isEqualTo(1);
  }

  @Test
  void a_request_is_unfinished_when_its_service_finished_it_nowhere() throws IOException {
    JsonNode completeness =
        new TinyLog(folder)
            .file(
                "app.log",
                event("10T12:00", "request.received", "s", "r1"),
                event("10T12:00", "request.received", "s", "r2"),
                event("10T12:00", "request.received", "s", "r3"),
                event("09T12:00", "request.received", "s", "r4"),
                event("10T12:01", "request.finished", "s", "r1"),
                event("10T12:01", "request.finished", "t", "r2"),
                event("11T12:01", "request.finished", "s", "r3"))
            .completeness();

    assertThat(completeness.get("unfinished_requests").longValue()).isEqualTo(1);
  }

  @Test
  void zipped_files_are_read_and_copies_and_earlier_states_count_once() throws IOException {
    String first = "{\"timestamp\":\"2026-03-10T12:00:00Z\"}\n";
    String second = "{\"timestamp\":\"2026-03-10T12:01:00Z\"}\n";
    JsonNode completeness =
        new TinyLog(folder)
            .content("app.log.1", first + second)
            .content("backup/app.log.2.gz", zipped(first, second))
            .content("older/app.log", first + "{\"timest")
            .content("empty.log", "")
            .completeness();

    assertThat(completeness.get("segments").longValue()).isEqualTo(1);
    assertThat(completeness.get("lines").longValue()).isEqualTo(2);
    assertThat(completeness.get("bytes").longValue()).isEqualTo(first.length() + second.length());
  }

  private static byte[] zipped(String... members) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (String member : members) {
      GZIPOutputStream zip = new GZIPOutputStream(content);
      zip.write(member.getBytes(StandardCharsets.UTF_8));
      zip.finish();
    }
    return content.toByteArray();
  }

  private static String numbered(String boot, int seq, String time, String event) {
    String dayAndTime = time.length() == 5 ? "10T" + time : time;
    return "{'timestamp':'2026-03-%s:00Z','boot_id':'%s','seq':%d,'event':'%s'}"
        .formatted(dayAndTime, boot, seq, event);
  }

  private static String event(String time, String event, String service, String requestId) {
    return "{'timestamp':'2026-03-%s:00Z','event':'%s','service':'%s','request_id':'%s'}"
        .formatted(time, event, service, requestId);
  }
}
