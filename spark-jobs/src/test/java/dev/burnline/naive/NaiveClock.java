package dev.burnline.naive;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Reads a clock on the wall, minute by minute. */
final class NaiveClock {

  private NaiveClock() {}

  static LocalDateTime shows(long minute, ZoneId zone) {
    return LocalDateTime.ofInstant(Instant.ofEpochSecond(minute * 60), zone);
  }

  /** Watches the clock for two days and returns the first minute at which it is so late. */
  static long firstMinuteAt(LocalDateTime time, ZoneId zone) {
    long minute = time.minusDays(1).toEpochSecond(ZoneOffset.UTC) / 60;
    while (shows(minute, zone).isBefore(time)) {
      minute++;
    }
    return minute;
  }
}
