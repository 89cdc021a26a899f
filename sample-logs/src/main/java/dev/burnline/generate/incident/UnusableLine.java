package dev.burnline.generate.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.burnline.generate.chance.Draws;
import java.time.Instant;
import java.util.Locale;

/** One line of each reason for which a reader gives a line up. */
enum UnusableLine {
  /** Cut off in the middle, as by a full disk. */
  BROKEN_JSON {
    @Override
    String text(String time, Draws draws) {
      String line = "{\"timestamp\":\"" + time + "\",\"level\":\"INFO\",\"service\":\"cut\",\"prom";
      return line.substring(0, line.length() - draws.below(20));
    }
  },
  /** Times of another library. */
  BAD_TIMESTAMP {
    @Override
    String text(String time, Draws draws) {
      String[] times = {"22/Nov/2026:10:11:12 +0000", "2026-02-31T10:11:12Z", "yesterday"};
      return "{\"timestamp\":\"" + times[draws.below(times.length)] + "\",\"level\":\"INFO\"}";
    }
  },
  /** A negative or endless duration. */
  BAD_DURATION {
    @Override
    String text(String time, Draws draws) {
      String[] durations = {"-12.5", "1e999", "-1"};
      return "{\"timestamp\":\""
          + time
          + "\",\"level\":\"INFO\",\"request_id\":\"clock\",\"duration_ms\":"
          + durations[draws.below(durations.length)]
          + "}";
    }
  },
  /** A library that prints to the same file. */
  NOT_AN_OBJECT {
    @Override
    String text(String time, Draws draws) {
      String[] lines = {"[1,2,3]", "\"Loading weights: 100%\"", "42", "null"};
      return lines[draws.below(lines.length)];
    }
  },
  /** No time at all. */
  NO_TIMESTAMP {
    @Override
    String text(String time, Draws draws) {
      return draws.chance(0.5)
          ? "{\"level\":\"INFO\",\"message\":\"no clock yet\"}"
          : "{\"timestamp\":null,\"level\":\"INFO\"}";
    }
  },
  /** A hole, as a log cut short behind its writer's back leaves. */
  NUL_BYTES {
    @Override
    String text(String time, Draws draws) {
      return "\0".repeat(32 + draws.below(64)) + "{\"timestamp\":\"" + time + "\"}";
    }
  },
  /** A character cut in half. */
  INVALID_UTF8 {
    @Override
    String text(String time, Draws draws) {
      return "{\"timestamp\":\"" + time + "\",\"prompt_truncated\":\"\u4f60?\"}";
    }

    @Override
    byte[] bytes(long at, Draws draws) {
      byte[] line = super.bytes(at, draws);
      for (int i = 0; i < line.length; i++) {
        if (line[i] == '?') {
          line[i] = (byte) 0xE4; // Begins a character of three bytes that never comes.
        }
      }
      return line;
    }
  },
  /** A line over 1 MiB. */
  TOO_LONG {
    @Override
    String text(String time, Draws draws) {
      String start = "{\"timestamp\":\"" + time + "\",\"prompt\":\"";
      return start + "tell me more ".repeat(LONGEST_LINE / 13 + 1 + draws.below(100)) + "\"}";
    }
  };

  private static final int LONGEST_LINE = 1_048_576;

  abstract String text(String time, Draws draws);

  byte[] bytes(long at, Draws draws) {
    String time = Instant.ofEpochMilli(Math.floorDiv(at, 1000L)).toString();
    return text(time, draws).getBytes(UTF_8);
  }

  String reason() {
    return name().toLowerCase(Locale.ROOT);
  }
}
