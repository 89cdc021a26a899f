package dev.burnline.oracle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Lines that cannot be used, of every reason, no two of them alike. */
final class NastyLines {

  private static final List<String> BROKEN =
      List.of(
          "{%s,\"a\":",
          "{%s,\"a\":\"no end",
          "{%s",
          "{%s}}",
          "{%s} {}",
          "{%s},",
          "{%s} x",
          "{%s,}",
          "{%s \"a\":1}",
          "{%s,\"a\":01}",
          "{%s,\"a\":.5}",
          "{%s,\"a\":1.}",
          "{%s,\"a\":+1}",
          "{%s,\"a\":1e}",
          "{%s,\"a\":nan}",
          "{%s,\"a\":True}",
          "{%s,\"a\":'b'}",
          "{%s,a:1}",
          "{%s,\"a\":[1,]}",
          "{%s,\"a\":[1}",
          "{%s,\"a\":\"tab\there\"}",
          "{%s,\"a\":\"\\x41\"}",
          "{%s,\"a\":\"\\u12g4\"}",
          "{%s,\"a\":tru}",
          "{%s}/* */",
          "Traceback (most recent call last): %s",
          "\u001b[31mERROR\u001b[0m {%s}");

  private static final List<String> BAD_TIMES =
      List.of(
          "1774742400",
          "1774742400.5",
          "true",
          "[]",
          "{}",
          "\"\"",
          "\"yesterday\"",
          "\"2026-02-31T00:00:00Z\"",
          "\"2026-13-01T00:00:00Z\"",
          "\"2026-03-29T24:00:00Z\"",
          "\"2026-03-29T23:59:60Z\"",
          "\"2026-03-29T23:60:00Z\"",
          "\"2026-03-29T23:59Z\"",
          "\"2026-3-29T23:59:00Z\"",
          "\"2026-03-29\"",
          "\" 2026-03-29T12:00:00Z\"",
          "\"2026-03-29T12:00:00Z \"",
          "\"2026-03-29T12:00:00 UTC\"",
          "\"2026-03-29T12:00:00+1:00\"",
          "\"2026-03-29T12:00:00+01:0\"",
          "\"2026-03-29_12:00:00Z\"",
          "\"20260329T120000Z\"",
          "\"２026-03-29T12:00:00Z\"");

  private static final List<String> BAD_DURATIONS =
      List.of("-1", "-0.5", "NaN", "Infinity", "-Infinity", "1e999", "-1e999");

  private static final int[][] INVALID_UTF8 = {
    {0x80},
    {0xC0, 0x80},
    {0xC3},
    {0xE0, 0x80, 0x80},
    {0xE2, 0x82},
    {0xED, 0xA0, 0x80},
    {0xF5},
    {0xF0, 0x80, 0x80, 0x80},
    {0xF4, 0x90, 0x80, 0x80},
    {0xFF},
    {0xFE}
  };

  private final Random random;
  private final String source;
  private int written;

  NastyLines(Random random, String source) {
    this.random = random;
    this.source = source;
  }

  /** Returns an unusable line without its end; {@code time} is a timestamp that can be read. */
  byte[] next(String time) {
    String mark = "\"mark\":\"" + source + "-" + ++written + "\"";
    String usable = mark + ",\"timestamp\":\"" + time + "\"";
    return switch (random.nextInt(16)) {
      case 0 -> bytes("{" + usable + ",\"pad\":\"\u0000\"}");
      case 1 -> bytes("\u0000\u0000\u0000{" + usable + "}");
      case 2, 3 -> invalidUtf8(usable);
      case 4, 5, 6, 7 -> bytes(oneOf(BROKEN).formatted(usable));
      case 8 -> bytes(notAnObject(usable));
      case 9 -> bytes("{" + mark + "}");
      case 10 -> bytes("{" + mark + ",\"timestamp\":null,\"duration_ms\":-1}");
      case 11, 12 -> bytes("{" + mark + ",\"timestamp\":" + oneOf(BAD_TIMES) + "}");
      case 13 -> bytes("{" + usable + ",\"timestamp\":" + oneOf(BAD_TIMES) + "}");
      default -> bytes("{" + usable + ",\"duration_ms\":" + oneOf(BAD_DURATIONS) + "}");
    };
  }

  /** Returns a line of valid JSON, one byte too long. */
  byte[] tooLong(String time) {
    String start = "{\"timestamp\":\"" + time + "\",\"pad\":\"" + source + ++written;
    return bytes(start + "x".repeat(1_048_576 + 1 - start.length() - 2) + "\"}");
  }

  private String notAnObject(String usable) {
    return switch (random.nextInt(4)) {
      case 0 -> "[{" + usable + "}]";
      case 1 -> "\"" + source + written + "\"";
      case 2 -> Integer.toString(written);
      default -> "[NaN,\"" + source + written + "\"]";
    };
  }

  private byte[] invalidUtf8(String usable) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.writeBytes(bytes("{" + usable + ",\"pad\":\"ok é "));
    for (int b : INVALID_UTF8[random.nextInt(INVALID_UTF8.length)]) {
      line.write(b);
    }
    line.writeBytes(bytes("\"}"));
    return line.toByteArray();
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
