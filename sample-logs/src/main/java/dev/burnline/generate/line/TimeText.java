package dev.burnline.generate.line;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Spells times; times of the same second share most of the work. */
final class TimeText {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.");

  private long second = Long.MIN_VALUE;
  private String prefix = "";

  /** Returns {@code 2026-11-22T10:11:12.345Z}, floored to the millisecond. */
  String millis(long micros) {
    int milli = (int) (Math.floorMod(micros, 1_000_000L) / 1000);
    return prefix(micros) + digits(milli, 3) + "Z";
  }

  /** Returns {@code 2026-11-22T10:11:12.345600+00:00}, as Python's {@code isoformat} does. */
  String python(long micros) {
    return prefix(micros) + digits((int) Math.floorMod(micros, 1_000_000L), 6) + "+00:00";
  }

  private String prefix(long micros) {
    long now = Math.floorDiv(micros, 1_000_000L);
    if (now != second) {
      second = now;
      prefix = SECOND.format(LocalDateTime.ofEpochSecond(now, 0, ZoneOffset.UTC));
    }
    return prefix;
  }

  private static String digits(int value, int count) {
    char[] chars = new char[count];
    for (int i = count - 1; i >= 0; i--) {
      chars[i] = (char) ('0' + value % 10);
      value /= 10;
    }
    return new String(chars);
  }
}
