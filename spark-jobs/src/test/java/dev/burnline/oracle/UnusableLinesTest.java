package dev.burnline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnusableLinesTest {

  private static final String NOON = "{'timestamp':'2026-03-10T12:00:00Z'}";
  private static final String DAY_BEFORE = "{'timestamp':'2026-03-09T12:00:00Z'}";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'timestamp':'2026-03-10T12:00:00Z'          | broken_json",
        "{'timestamp':'2026-03-10T12:00:00Z'} {}      | broken_json",
        "{'timestamp':'2026-03-10T12:00:00Z','a':01}  | broken_json",
        "Traceback                                    | broken_json",
        "[1]                                          | not_an_object",
        "NaN                                          | not_an_object",
        "null                                         | not_an_object",
        "{}                                           | no_timestamp",
        "{'timestamp':null,'duration_ms':-1}          | no_timestamp",
        "{'timestamp':1773144000,'duration_ms':-1}    | bad_timestamp",
        "{'timestamp':'2026-02-31T00:00:00Z'}         | bad_timestamp",
        "{'timestamp':'2026-03-10T12:00:00Z','duration_ms':-0.5}   | bad_duration",
        "{'timestamp':'2026-03-10T12:00:00Z','duration_ms':NaN}    | bad_duration",
        "{'timestamp':'2026-03-10T12:00:00Z','duration_ms':1e999}  | bad_duration",
        "{'timestamp':'2026-03-10T12:00:00Z','event':'heartbeat','duration_ms':-1} | bad_duration"
      })
  void an_unusable_line_is_counted_by_its_first_reason(String line, String reason)
      throws IOException {
    JsonNode completeness = new TinyLog(folder).file("app.log", NOON, line).completeness();

    assertThat(completeness.get("malformed_by_reason").toString())
        .isEqualTo("{\"" + reason + "\":1}");
    assertThat(completeness.get("malformed").longValue()).isEqualTo(1);
    assertThat(completeness.get("lines").longValue()).isEqualTo(2);
    assertThat(completeness.get("requests").longValue()).isEqualTo(1);
  }

  @Test
  void bytes_are_judged_before_json() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(ascii(NOON.replace('\'', '"') + "\n"));
    for (int[] invalid :
        new int[][] {{0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xE2, 0x82}, {0x80}, {0xF4, 0x90, 0x80}}) {
      content.writeBytes(ascii("{\"timestamp\":\""));
      for (int b : invalid) {
        content.write(b);
      }
      content.writeBytes(ascii("\"}\n"));
    }
    content.writeBytes(new byte[] {'{', 0, (byte) 0x80, '\n'});
    content.writeBytes(new byte[1_048_577]);
    content.write('\n');
    JsonNode completeness =
        new TinyLog(folder).content("app.log", content.toByteArray()).completeness();

    assertThat(completeness.get("malformed_by_reason").toString())
        .isEqualTo("{\"invalid_utf8\":5,\"nul_bytes\":1,\"too_long\":1}");
  }

  @Test
  void a_line_of_just_one_mebibyte_is_usable() throws IOException {
    String start = "{\"timestamp\":\"2026-03-10T12:00:00Z\",\"a\":\"";
    String longest = start + "x".repeat(1_048_576 - start.length() - 2) + "\"}\n";
    JsonNode completeness = new TinyLog(folder).content("app.log", longest).completeness();

    assertThat(completeness.get("malformed").longValue()).isZero();
    assertThat(completeness.get("bytes").longValue()).isEqualTo(1_048_577);
  }

  @Test
  void an_unusable_line_belongs_to_the_minute_of_the_usable_line_before_it() throws IOException {
    JsonNode completeness =
        new TinyLog(folder).file("app.log", DAY_BEFORE, "x", NOON, "y", "z").completeness();

    assertThat(completeness.get("malformed").longValue()).isEqualTo(2);
    assertThat(completeness.get("lines").longValue()).isEqualTo(3);
  }

  @Test
  void unusable_lines_at_the_start_belong_to_the_first_usable_line() throws IOException {
    TinyLog log = new TinyLog(folder).file("a.log", "x", "y", NOON, DAY_BEFORE).file("b.log", "z");

    assertThat(log.completeness().get("malformed").longValue()).isEqualTo(2);
    assertThat(log.completeness().get("segments").longValue()).isEqualTo(1);
  }

  @Test
  void blank_lines_a_byte_order_mark_and_carriage_returns_are_no_fault() throws IOException {
    String line = NOON.replace('\'', '"');
    String content = "\uFEFF" + line + "\r\n\r\n\n  \t\r\n" + line + "\n" + line;
    JsonNode completeness = new TinyLog(folder).content("app.log", content).completeness();

    assertThat(completeness.get("malformed").longValue()).isZero();
    // The third line has no end: it is left for the next run.
    assertThat(completeness.get("lines").longValue()).isEqualTo(2);
    assertThat(completeness.get("bytes").longValue()).isEqualTo(2 * line.length() + 3);
  }

  @Test
  void not_finite_numbers_elsewhere_and_the_last_of_equal_keys_are_fine() throws IOException {
    JsonNode service =
        new TinyLog(folder)
            .file(
                "app.log",
                "{'timestamp':'x','timestamp':'2026-03-10T12:00:00Z','ttft_ms':NaN,"
                    + "'duration_ms':-1,'duration_ms':7,'deep':{'duration_ms':-1,'x':[-Infinity]}}")
            .onlyService();

    assertThat(service.at("/latency/duration_ms/max").doubleValue()).isEqualTo(7);
    assertThat(service.at("/latency/ttft_ms").isNull()).isTrue();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
