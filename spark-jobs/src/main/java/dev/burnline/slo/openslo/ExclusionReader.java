package dev.burnline.slo.openslo;

import dev.burnline.slo.CivilTime;
import dev.burnline.slo.ClockDuration;
import dev.burnline.slo.Exclusion;
import dev.burnline.slo.Exclusions;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads excluded maintenance: a list of texts, or the lines of one text. */
final class ExclusionReader {

  private static final Pattern INTERVAL = Pattern.compile("([^/\\[]+(?:\\[[^]]+])?)/(.+)");
  private static final Pattern MOMENT =
      Pattern.compile("([^Z\\[+]+T[0-9:]+)(Z|[-+][0-9]{2}:[0-9]{2})?(?:\\[([^]]+)])?");

  private static final Pattern DURATION =
      Pattern.compile("\\+?P(?:([0-9]{1,9})W)?(?:([0-9]{1,9})D)?(T.+)?", Pattern.CASE_INSENSITIVE);

  private ExclusionReader() {}

  static Exclusions read(Item item) {
    List<Exclusion> exclusions = new ArrayList<>();
    if (item.isList()) {
      for (Item entry : item.items().orElseThrow()) {
        entry.text().flatMap(text -> exclusion(entry, text)).ifPresent(exclusions::add);
      }
    } else {
      item.text().stream()
          .flatMap(String::lines)
          .filter(line -> !line.isBlank())
          .forEach(line -> exclusion(item, line).ifPresent(exclusions::add));
    }
    return new Exclusions(exclusions);
  }

  private static Optional<Exclusion> exclusion(Item entry, String text) {
    try {
      String trimmed = text.strip();
      Exclusion exclusion =
          trimmed.startsWith(RecurringText.PREFIX) ? RecurringText.parse(trimmed) : once(trimmed);
      if (exclusion.hasMinutes()) {
        return Optional.of(exclusion);
      }
      entry.problem("has no minute in it: a minute is excluded when its start is");
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      entry.problem(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Exclusion once(String text) {
    Matcher interval = INTERVAL.matcher(text);
    if (!interval.matches()) {
      throw new IllegalArgumentException(
          "must read 'start/end' or 'start/duration', for example '2026-11-20T01:00Z/PT2H', or"
              + " 'RRULE:rule DTSTART=time DURATION=duration ZONE=zone'");
    }
    Moment start = moment("start", interval.group(1));
    String end = interval.group(2);
    return new Exclusion.Once(
        start.instant(),
        end.startsWith("P")
            ? duration(end).end(start.instant(), start.shown(), start.zone())
            : moment("end", end).instant(),
        start.zone());
  }

  /**
   * A moment.
   *
   * @param shown on the clock of the zone as it is written
   */
  private record Moment(Instant instant, LocalDateTime shown, ZoneId zone) {}

  private static Moment moment(String what, String text) {
    Matcher matcher = MOMENT.matcher(text);
    try {
      if (matcher.matches()) {
        @Nullable String offset = matcher.group(2);
        @Nullable String name = matcher.group(3);
        if (offset != null) {
          OffsetDateTime time = OffsetDateTime.parse(matcher.group(1) + offset);
          ZoneId zone = name == null ? time.getOffset() : ZoneId.of(name);
          return new Moment(
              time.toInstant(), LocalDateTime.ofInstant(time.toInstant(), zone), zone);
        }
        if (name != null) {
          LocalDateTime shown = LocalDateTime.parse(matcher.group(1));
          ZoneId zone = ZoneId.of(name);
          return new Moment(CivilTime.instantOf(shown, zone), shown, zone);
        }
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(notAMoment(what, text), e);
    }
    throw new IllegalArgumentException(notAMoment(what, text));
  }

  private static String notAMoment(String what, String text) {
    return ("the %s '%s' must be a time with its zone, such as 2026-11-20T01:00Z,"
            + " 2026-11-20T01:00+01:00 or 2026-11-20T01:00[Europe/Berlin]")
        .formatted(what, text);
  }

  /** Reads a duration such as {@code PT2H}, {@code P1DT12H} or {@code P1W}. */
  static ClockDuration duration(String text) {
    Matcher parts = DURATION.matcher(text);
    try {
      if (parts.matches()) {
        @Nullable String time = parts.group(3);
        return new ClockDuration(
            7 * number(parts.group(1)) + number(parts.group(2)),
            time == null ? Duration.ZERO : Duration.parse("P" + time));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(notADuration(text), e);
    }
    throw new IllegalArgumentException(notADuration(text));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static String notADuration(String text) {
    return "the duration '%s' must be one such as PT2H or PT90M, of at most 366 days"
        .formatted(text);
  }
}
