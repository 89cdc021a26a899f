package dev.burnline.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of the contract; single quotes stand for double ones. */
class LineParserTest {

  private static final String TIME = "'timestamp':'2026-11-22T10:00:00.250Z'";

  private final LineParser parser = new LineParser(EnumSet.allOf(LogField.class));

  @Test
  void the_smallest_line_is_a_finished_request() {
    LogLine line =
        read(
            """
            {'timestamp':'2026-11-22T10:00:00.250Z','level':'INFO','service':'chat',\
            'request_id':'req-1','prompt_truncated':'Hi...','response_truncated':'Ho',\
            'duration_ms':812.5,'input_tokens':12,'output_tokens':340,'throughput_tps':418.46}""");

    assertThat(line.event()).isEqualTo(Event.REQUEST_FINISHED);
    assertThat(line.service()).isEqualTo("chat");
    assertThat(line.epochMillis()).isEqualTo(1_795_341_600_250L);
    assertThat(line.epochMinute()).isEqualTo(29_922_360);
    assertThat(line.text(LogField.STATUS)).isEqualTo("success");
    assertThat(line.text(LogField.REQUEST_ID)).isEqualTo("req-1");
    assertThat(line.number(LogField.DURATION_MS)).isEqualTo(812.5);
    assertThat(line.number(LogField.THROUGHPUT_TPS)).isEqualTo(418.46);
    assertThat(line.number(LogField.TTFT_MS)).isNaN();
    assertThat(line.text(LogField.ERROR_TYPE)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "request.finished | REQUEST_FINISHED",
        "request.received | REQUEST_RECEIVED",
        "gpu.sample | GPU_SAMPLE",
        "heartbeat | HEARTBEAT",
        "service.crash_detected | OTHER",
        "something.new | OTHER"
      })
  void events_are_told_apart(String name, Event event) {
    assertThat(read("{%s,'event':'%s'}".formatted(TIME, name)).event()).isEqualTo(event);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'level':'ERROR' | error",
        "'level':'CRITICAL' | error",
        "'level':'WARNING' | success",
        "'level':'error' | success",
        "'level':'ERROR','status':'cancelled' | cancelled",
        "'level':'ERROR','status':null | error",
        "'status':7 | success"
      })
  void a_missing_status_follows_from_the_level(String fields, String status) {
    assertThat(read("{%s,%s}".formatted(TIME, fields)).text(LogField.STATUS)).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'service':''", ",'service':null", ",'service':5"})
  void a_missing_service_is_unknown(String fields) {
    assertThat(read("{%s%s}".formatted(TIME, fields)).service()).isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "12 | 12",
        "0.1 | 0.1",
        "1e3 | 1000",
        "-0.0 | 0",
        "'12' | NaN",
        "null | NaN",
        "true | NaN",
        "[12] | NaN",
        "-1 | NaN",
        "NaN | NaN",
        "Infinity | NaN",
        "1e999 | NaN",
        "123456789012345678901234567890 | 123456789012345678901234567890"
      })
  void numbers_that_are_none_or_make_no_sense_are_absent(String value, double number) {
    assertThat(
            read("{%s,'input_tokens':%s,'seq':1}".formatted(TIME, value))
                .number(LogField.INPUT_TOKENS))
        .isEqualTo(Double.valueOf(number));
  }

  @Test
  void the_last_of_two_equal_keys_wins() {
    LogLine line = read("{%s,'ttft_ms':5,'ttft_ms':'x','status':'a','status':'b'}".formatted(TIME));

    assertThat(line.number(LogField.TTFT_MS)).isNaN();
    assertThat(line.text(LogField.STATUS)).isEqualTo("b");
  }

  @Test
  void fields_of_the_line_before_are_gone() {
    read("{%s,'error_type':'cuda_oom','input_tokens':5}".formatted(TIME));
    LogLine line = read("{%s}".formatted(TIME));

    assertThat(line.text(LogField.ERROR_TYPE)).isNull();
    assertThat(line.number(LogField.INPUT_TOKENS)).isNaN();
  }

  @Test
  void unknown_keys_are_no_error_whatever_they_hold() {
    String deep = "[".repeat(5000) + "]".repeat(5000);
    String digits = "9".repeat(5000);

    LogLine line =
        read(
            "{'a':{'timestamp':'no'},'deep':%s,'digits':%s,'%s':1,%s,'service':'chat'}"
                .formatted(deep, digits, "k".repeat(60_000), TIME));

    assertThat(line.service()).isEqualTo("chat");
  }

  @Test
  void numbers_of_any_length_are_numbers() {
    String digits = "9".repeat(5000);

    assertThat(read("{%s,'input_tokens':%s}".formatted(TIME, digits)).number(LogField.INPUT_TOKENS))
        .isNaN();
    assertThat(
            read("{%s,'input_tokens':1.%s}".formatted(TIME, digits)).number(LogField.INPUT_TOKENS))
        .isEqualTo(2);
    assertThat(parse(bytes("{%s,'duration_ms':%s}".formatted(TIME, digits))))
        .isEqualTo(Unusable.BAD_DURATION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "BROKEN_JSON | {",
        "BROKEN_JSON | {'timestamp':'2026-11-22T10:00:00Z'",
        "BROKEN_JSON | {'timestamp':'2026-11-22T10:00:00Z'} x",
        "BROKEN_JSON | {'timestamp':'2026-11-22T10:00:00Z'}{}",
        "BROKEN_JSON | {'timestamp':'2026-11-22T10:00:00Z',}",
        "BROKEN_JSON | Traceback (most recent call last):",
        "NOT_AN_OBJECT | []",
        "NOT_AN_OBJECT | 7",
        "NOT_AN_OBJECT | null",
        "NOT_AN_OBJECT | 'text'",
        "NO_TIMESTAMP | {}",
        "NO_TIMESTAMP | {'timestamp':null,'duration_ms':-1}",
        "BAD_TIMESTAMP | {'timestamp':1795341600}",
        "BAD_TIMESTAMP | {'timestamp':'2026-11-22','duration_ms':-1}",
        "BAD_TIMESTAMP | {'timestamp':{'timestamp':'2026-11-22T10:00:00Z'}}",
        "BAD_DURATION | {'timestamp':'2026-11-22T10:00:00Z','duration_ms':-0.001}",
        "BAD_DURATION | {'timestamp':'2026-11-22T10:00:00Z','duration_ms':NaN}",
        "BAD_DURATION | {'timestamp':'2026-11-22T10:00:00Z','duration_ms':Infinity}",
        "BAD_DURATION | {'timestamp':'2026-11-22T10:00:00Z','duration_ms':1e999}"
      })
  void the_first_reason_that_applies_is_given(Unusable reason, String line) {
    assertThat(parse(bytes(line))).isEqualTo(reason);
  }

  @Test
  void bytes_are_checked_before_json() {
    assertThat(parse("{\u0000\u00ff".getBytes(ISO_8859_1))).isEqualTo(Unusable.NUL_BYTES);
    assertThat(parse("{\u00ff".getBytes(ISO_8859_1))).isEqualTo(Unusable.INVALID_UTF8);
  }

  private LogLine read(String line) {
    assertThat(parse(bytes(line))).as(line).isNull();
    return parser.line();
  }

  private Unusable parse(byte[] line) {
    return parser.parse(line, 0, line.length);
  }

  private static byte[] bytes(String line) {
    return line.replace('\'', '"').getBytes(UTF_8);
  }
}
