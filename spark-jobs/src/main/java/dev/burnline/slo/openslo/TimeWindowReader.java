package dev.burnline.slo.openslo;

import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.TimeWindow;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the {@code timeWindow} of an SLO. */
final class TimeWindowReader {

  private static final DateTimeFormatter START_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final TimeWindow WHEN_MISSING =
      new TimeWindow.Rolling(DurationShorthand.parse("30d").orElseThrow());

  private TimeWindowReader() {}

  /**
   * Returns the window; empty when it has a problem, or when another system's indicator has a
   * window that Burnline does not know.
   */
  static Optional<TimeWindow> read(Fields sloSpec, Optional<Indicator> indicator) {
    Optional<Item> item = sloSpec.optional("timeWindow");
    if (item.isEmpty()) {
      sloSpec.owner().notice("has no timeWindow, a rolling window of 30d is used");
      return Optional.of(WHEN_MISSING);
    }
    Optional<List<Item>> items = item.flatMap(Item::items);
    if (items.isPresent() && items.get().size() != 1) {
      item.get()
          .problemWithoutValue(
              "must have exactly one window, has %d".formatted(items.get().size()));
      return Optional.empty();
    }
    return items
        .map(list -> list.get(0))
        .flatMap(Item::fields)
        .flatMap(fields -> window(fields, indicator));
  }

  private static Optional<TimeWindow> window(Fields window, Optional<Indicator> indicator) {
    window.onlyWith("duration", "isRolling", "calendar");
    Optional<Item> durationItem = window.required("duration");
    Optional<DurationShorthand> duration = durationItem.flatMap(Durations::read);
    boolean isRolling = window.optional("isRolling").flatMap(Item::flag).orElse(false);
    if (isRolling == window.has("calendar")) {
      window
          .owner()
          .problemWithoutValue(
              isRolling
                  ? "a rolling window has no 'calendar'"
                  : "needs 'isRolling: true' or 'calendar'");
      return Optional.empty();
    }
    Optional<String> refusal =
        duration.flatMap(length -> isRolling ? refusedRolling(length) : refusedCalendar(length));
    if (refusal.isPresent() && indicator.filter(Indicator.Foreign.class::isInstance).isEmpty()) {
      durationItem.orElseThrow().problem(refusal.get());
    }
    Optional<DurationShorthand> length = duration.filter(any -> refusal.isEmpty());
    return isRolling
        ? length.map(TimeWindow.Rolling::new)
        : window
            .optional("calendar")
            .flatMap(Item::fields)
            .flatMap(fields -> calendar(fields, length));
  }

  private static Optional<String> refusedRolling(DurationShorthand duration) {
    if (!TimeWindow.Rolling.isWholeDays(duration)) {
      return Optional.of("a rolling window must be a multiple of 24 h");
    }
    return TimeWindow.Rolling.isTooLong(duration)
        ? Optional.of(
            "a rolling window must be at most %d days".formatted(TimeWindow.Rolling.LONGEST_DAYS))
        : Optional.empty();
  }

  private static Optional<String> refusedCalendar(DurationShorthand duration) {
    return TimeWindow.Calendar.isOfDays(duration)
        ? Optional.empty()
        : Optional.of("a calendar window must be days, weeks, months, quarters or years");
  }

  private static Optional<TimeWindow> calendar(
      Fields fields, Optional<DurationShorthand> duration) {
    fields.onlyWith("startTime", "timeZone");
    Optional<LocalDateTime> start =
        fields.required("startTime").flatMap(TimeWindowReader::startTime);
    Optional<ZoneId> zone = fields.required("timeZone").flatMap(TimeWindowReader::zone);
    return duration.flatMap(
        length ->
            start.flatMap(
                from -> zone.map(within -> new TimeWindow.Calendar(length, from, within))));
  }

  private static Optional<LocalDateTime> startTime(Item item) {
    try {
      return item.written().map(text -> LocalDateTime.parse(text, START_TIME));
    } catch (DateTimeParseException e) {
      item.problem("must be a time such as 2026-01-01 00:00:00");
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(Item item) {
    try {
      return item.text().map(ZoneId::of);
    } catch (DateTimeException e) {
      item.problem("must be a time zone such as Europe/Berlin");
      return Optional.empty();
    }
  }
}
