package dev.burnline.render.chart;

import dev.burnline.render.words.Words;
import dev.burnline.report.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The horizontal axis of a window: where an instant lies, and ticks at civil hours or days. */
final class TimeAxis {

  private final Window window;
  private final Words words;

  TimeAxis(Window window, Words words) {
    this.window = window;
    this.words = words;
  }

  record Tick(double at, String label) {}

  /** 0 at the window's start to 1 at its end; instants beyond lie on the ends. */
  double at(Instant instant) {
    double whole = Duration.between(window.start(), window.end()).toMillis();
    double since = Duration.between(window.start(), instant).toMillis();
    return Math.min(1, Math.max(0, since / whole));
  }

  List<Tick> ticks() {
    long hours = Duration.between(window.start(), window.end()).toHours();
    return hours <= 26 ? hourTicks() : dayTicks(Math.max(1, (hours / 24 + 3) / 4));
  }

  private List<Tick> hourTicks() {
    var ticks = new ArrayList<Tick>();
    LocalDateTime start = window.start().atZone(words.zone()).toLocalDateTime();
    LocalDateTime hour = start.truncatedTo(ChronoUnit.DAYS);
    // Civil hours, so that 06:00 stays 06:00 on the day a clock changes.
    for (int step = 0; step <= 8; step++, hour = hour.plusHours(6)) {
      Instant at = hour.atZone(words.zone()).toInstant();
      if (!at.isBefore(window.start()) && !at.isAfter(window.end())) {
        boolean isEnd = at.equals(window.end()) && step > 0;
        ticks.add(new Tick(at(at), isEnd && hour.getHour() == 0 ? "24:00" : words.clock(at)));
      }
    }
    return ticks;
  }

  /** So few that they do not touch on a telephone. */
  private List<Tick> dayTicks(long everyDays) {
    var ticks = new ArrayList<Tick>();
    ZonedDateTime day = window.start().atZone(words.zone()).truncatedTo(ChronoUnit.DAYS);
    for (; day.toInstant().isBefore(window.end()); day = day.plusDays(everyDays)) {
      if (!day.toInstant().isBefore(window.start())) {
        ticks.add(new Tick(at(day.toInstant()), day.toLocalDate().toString().substring(5)));
      }
    }
    return ticks;
  }
}
