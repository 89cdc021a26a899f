package dev.burnline.naive;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;

/**
 * Planned work that starts at a time on the clock.
 *
 * @param everyDays after how many days it comes again; 0 when it does not
 * @param minutes how long it lasts each time
 */
public record Maintenance(LocalDateTime first, int everyDays, int minutes, ZoneId zone) {

  /** Returns its minutes since the epoch, up to a last one and some more. */
  Set<Long> minutesUntil(long last) {
    Set<Long> all = new TreeSet<>();
    LocalDateTime start = first;
    do {
      long startMinute = NaiveClock.firstMinuteAt(start, zone);
      for (int i = 0; i < minutes; i++) {
        all.add(startMinute + i);
      }
      start = start.plusDays(everyDays);
    } while (everyDays > 0 && start.toEpochSecond(ZoneOffset.UTC) / 60 < last + 2 * 1440);
    return all;
  }
}
