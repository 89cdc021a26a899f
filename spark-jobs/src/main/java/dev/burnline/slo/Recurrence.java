package dev.burnline.slo;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * Times on a clock that a rule of RFC 5545 gives, whatever zone the clock is in. An {@code UNTIL}
 * in UTC is read on the clock, too.
 */
public final class Recurrence {

  /** More often than hourly is no maintenance, and a list of years of it would be endless. */
  private static final Set<Freq> TOO_OFTEN = Set.of(Freq.SECONDLY, Freq.MINUTELY);

  private final String rule;
  private final LocalDateTime start;
  private final ZoneId zone;

  private Recurrence(String rule, LocalDateTime start, ZoneId zone) {
    this.rule = rule;
    this.start = start;
    this.zone = zone;
  }

  /**
   * Reads a rule such as {@code FREQ=WEEKLY;BYDAY=SU}.
   *
   * @param start the first time; the rule must give it
   * @param zone whose clock it is, to read an {@code UNTIL} in UTC
   * @throws IllegalArgumentException with what is wrong
   */
  public static Recurrence of(String rule, LocalDateTime start, ZoneId zone) {
    requireNonNull(start, "start is null");
    Recurrence recurrence = new Recurrence(rule, start, zone);
    RecurrenceRule parsed = recurrence.parsed();
    if (TOO_OFTEN.contains(parsed.getFreq())) {
      throw new IllegalArgumentException("the rule may recur hourly at most");
    }
    recurrence.checkUntil(parsed.getUntil());
    LocalDateTime first = recurrence.first(parsed);
    if (!first.equals(start)) {
      throw new IllegalArgumentException(
          "DTSTART %s is no time of the rule, its first one is %s".formatted(start, first));
    }
    return recurrence;
  }

  /** Section 3.3.10: it must have the value type of DTSTART. */
  private void checkUntil(@Nullable DateTime until) {
    if (until == null) {
      return;
    }
    if (until.isAllDay()) {
      throw new IllegalArgumentException(
          "UNTIL must be a date-time, like DTSTART, for example %sT235959".formatted(until));
    }
    if (localTime(until).isBefore(start)) {
      throw new IllegalArgumentException(
          "UNTIL %s is before DTSTART %s".formatted(localTime(until), start));
    }
  }

  private LocalDateTime first(RecurrenceRule parsed) {
    try {
      RecurrenceRuleIterator times = parsed.iterator(dateTime(start));
      if (times.hasNext()) {
        return localTime(times.nextDateTime());
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the rule never comes true", e);
    }
    throw new IllegalArgumentException("the rule never comes true");
  }

  /** Returns the times of {@code from <= time < to}, ascending. */
  public List<LocalDateTime> between(LocalDateTime from, LocalDateTime to) {
    return from(from).takeWhile(time -> time.isBefore(to)).toList();
  }

  /** Returns the times of {@code from <= time}, ascending; without end when the rule has none. */
  Stream<LocalDateTime> from(LocalDateTime from) {
    RecurrenceRuleIterator all = parsed().iterator(dateTime(start));
    if (from.isAfter(start)) {
      all.fastForward(dateTime(from));
    }
    return Stream.iterate(next(all), Optional::isPresent, time -> next(all))
        .map(Optional::orElseThrow)
        .dropWhile(time -> time.isBefore(from));
  }

  private static Optional<LocalDateTime> next(RecurrenceRuleIterator all) {
    return all.hasNext() ? Optional.of(localTime(all.nextDateTime())) : Optional.empty();
  }

  private RecurrenceRule parsed() {
    try {
      RecurrenceRule parsed = new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT);
      DateTime until = parsed.getUntil();
      if (until != null && !until.isFloating()) {
        parsed.setUntil(onTheClock(until));
      }
      return parsed;
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      throw new IllegalArgumentException("the rule is not one of RFC 5545: " + e.getMessage(), e);
    }
  }

  private DateTime onTheClock(DateTime utc) {
    ZonedDateTime local = localTime(utc).atZone(ZoneOffset.UTC).withZoneSameInstant(zone);
    return dateTime(local.toLocalDateTime());
  }

  /** Months count from 0 there. */
  private static DateTime dateTime(LocalDateTime time) {
    return new DateTime(
        time.getYear(),
        time.getMonthValue() - 1,
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond());
  }

  private static LocalDateTime localTime(DateTime time) {
    return LocalDateTime.of(
        time.getYear(),
        time.getMonth() + 1,
        time.getDayOfMonth(),
        time.getHours(),
        time.getMinutes(),
        time.getSeconds());
  }

  @Override
  public String toString() {
    return "RRULE:%s DTSTART=%s".formatted(rule, start);
  }
}
