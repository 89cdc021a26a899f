package dev.burnline.render.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says values in one language and one time zone. Everything is rounded here and nowhere else; a
 * value that is null is said as "no data".
 */
public final class Words {

  private final Messages messages;
  private final ZoneId zone;

  /** English unless the locale's language is Chinese. */
  public Words(Locale locale, ZoneId zone) {
    this.messages = Messages.of(locale);
    this.zone = zone;
  }

  /** The language as a BCP 47 tag, {@code en} or {@code zh-CN}. */
  public String language() {
    return messages.language();
  }

  /** The zone in which instants are said. */
  public ZoneId zone() {
    return zone;
  }

  /** The message with {@code {0}}, {@code {1}} … replaced; an unknown key is an error. */
  public String say(String key, Object... arguments) {
    return messages.say(key, arguments);
  }

  /** The message, or {@code otherwise} where this language has none for the key. */
  public String sayOr(String key, String otherwise) {
    return messages.has(key) ? messages.say(key) : otherwise;
  }

  private String noData() {
    return messages.say("no_data");
  }

  /** 1,234,567. */
  public String count(@Nullable Long value) {
    return value == null ? noData() : Figures.count(value);
  }

  /** Three significant digits below 1000, whole above. */
  public String number(@Nullable Double value) {
    return value == null ? noData() : Figures.number(value);
  }

  /** A number as it was set, not rounded. */
  public String exact(double value) {
    return Figures.exactly(value);
  }

  /** 12 k, 3.4 M. */
  public String compact(double value) {
    return Figures.compact(value);
  }

  /** A ratio as a share, two significant digits. */
  public String percent(@Nullable Double ratio) {
    return ratio == null ? noData() : Figures.percent(ratio);
  }

  /** A service-level indicator, rounded down. */
  public String indicator(@Nullable Double ratio) {
    return ratio == null ? noData() : Figures.indicator(ratio);
  }

  /** An objective, exactly as it was set. */
  public String objective(double ratio) {
    return Figures.objective(ratio);
  }

  /** A burn rate: 4.2×. */
  public String times(@Nullable Double factor) {
    return factor == null ? noData() : Figures.times(factor);
  }

  /** Milliseconds in the unit that reads best. */
  public String millis(@Nullable Double millis) {
    return millis == null ? noData() : Figures.millis(millis);
  }

  /** Milliseconds for an axis or a limit: 500 ms, 10 s. */
  public String axisMillis(double millis) {
    return Figures.axisMillis(millis);
  }

  /** Minutes as a length of time: 37 min, 3 h 12 min, 2.4 d. */
  public String minutes(@Nullable Double minutes) {
    return minutes == null ? noData() : Figures.minutes(minutes);
  }

  /** A length of time. */
  public String length(Duration length) {
    return Figures.minutes(length.toSeconds() / 60.0);
  }

  /** 412 MiB. */
  public String bytes(long bytes) {
    return Figures.bytes(bytes);
  }

  /** Change from an earlier value; the earlier one must not be 0. */
  public String change(double now, double then) {
    return Figures.change(now, then);
  }

  /** 14:07. */
  public String clock(Instant instant) {
    ZonedDateTime at = instant.atZone(zone);
    return Figures.two(at.getHour()) + ":" + Figures.two(at.getMinute());
  }

  /** 2026-11-23 14:07. */
  public String minute(@Nullable Instant instant) {
    return instant == null ? noData() : date(instant) + " " + clock(instant);
  }

  /** 2026-11-23 14:07:31. */
  public String second(Instant instant) {
    return minute(instant) + ":" + Figures.two(instant.atZone(zone).getSecond());
  }

  /** 2026-11-23. */
  public String date(Instant instant) {
    return instant.atZone(zone).toLocalDate().toString();
  }

  /** Mon, 周一. */
  public String weekday(LocalDate date) {
    return messages.say("weekday." + date.getDayOfWeek().getValue());
  }
}
