package dev.burnline.slo.budget;

import dev.burnline.naive.Maintenance;
import dev.burnline.naive.NaiveUnits;
import dev.burnline.naive.NaiveWindow;
import dev.burnline.naive.RawEvent;
import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.EmptySlices;
import dev.burnline.slo.Exclusion;
import dev.burnline.slo.Exclusions;
import dev.burnline.slo.Recurrence;
import dev.burnline.slo.TimeWindow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Forty days, in which European clocks are set back, for the engine and for slow counting. */
public final class BothWays {

  public static final int DAYS = 40;
  public static final Instant START = Instant.parse("2026-10-05T00:00:00Z");
  public static final long FIRST_MINUTE = START.getEpochSecond() / 60;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");

  /** Sunday nights in Berlin, the one in which clocks change among them, and an hour by day. */
  public static final List<Maintenance> MAINTENANCE =
      List.of(
          new Maintenance(LocalDateTime.of(2026, 10, 4, 2, 30), 7, 90, BERLIN),
          new Maintenance(LocalDateTime.of(2026, 10, 24, 21, 10), 0, 55, ZoneOffset.UTC));

  /** The same for the engine. */
  public static final Exclusions EXCLUSIONS =
      new Exclusions(
          List.of(
              new Exclusion.Recurring(
                  Recurrence.of(
                      "FREQ=WEEKLY;BYDAY=SU", LocalDateTime.of(2026, 10, 4, 2, 30), BERLIN),
                  Duration.ofMinutes(90),
                  BERLIN),
              new Exclusion.Once(
                  Instant.parse("2026-10-24T21:10:00Z"), Instant.parse("2026-10-24T22:05:00Z"))));

  private BothWays() {}

  /** A window for the engine and the same for the naive one. */
  public record Window(TimeWindow engine, NaiveWindow naive) {}

  /** A method for the engine and the same for the naive one. */
  public record Method(BudgetingMethod engine, EmptySlices empty, int slice, String sliceTarget) {

    /** Counts the same events. */
    public NaiveUnits naive(NaiveUnits events) {
      return engine instanceof BudgetingMethod.Occurrences
          ? events
          : events.slices(slice, sliceTarget.isEmpty() ? null : sliceTarget, empty.key());
    }
  }

  /** Rolling and calendar windows in three zones. */
  public static List<Window> windows() {
    return List.of(
        rolling(28),
        rolling(7),
        calendar("1M", LocalDateTime.of(2026, 8, 31, 0, 0), 1, ChronoUnit.MONTHS, ZoneOffset.UTC),
        calendar("1w", LocalDateTime.of(2026, 9, 27, 2, 30), 1, ChronoUnit.WEEKS, BERLIN),
        calendar("1Q", LocalDateTime.of(2026, 7, 1, 0, 0), 3, ChronoUnit.MONTHS, ST_JOHNS),
        calendar("3d", LocalDateTime.of(2026, 9, 30, 1, 45), 3, ChronoUnit.DAYS, ST_JOHNS));
  }

  private static Window rolling(int days) {
    return new Window(new TimeWindow.Rolling(duration(days + "d")), new NaiveWindow.LastDays(days));
  }

  private static Window calendar(
      String duration, LocalDateTime first, int count, ChronoUnit unit, ZoneId zone) {
    return new Window(
        new TimeWindow.Calendar(duration(duration), first, zone),
        new NaiveWindow.Civil(first, count, unit, zone));
  }

  /** Every method, with each answer to slices without events. */
  public static List<Method> methods() {
    return List.of(
        new Method(new BudgetingMethod.Occurrences(), EmptySlices.EXCLUDED, 1, ""),
        timeslices("0.9", "1m", 1, EmptySlices.EXCLUDED),
        timeslices("0.75", "5m", 5, EmptySlices.BAD),
        timeslices("1.0", "1h", 60, EmptySlices.GOOD),
        ratioTimeslices("1m", 1, EmptySlices.GOOD),
        ratioTimeslices("2h", 120, EmptySlices.EXCLUDED));
  }

  private static Method timeslices(String target, String length, int minutes, EmptySlices empty) {
    return new Method(
        new BudgetingMethod.Timeslices(new BigDecimal(target), duration(length)),
        empty,
        minutes,
        target);
  }

  private static Method ratioTimeslices(String length, int minutes, EmptySlices empty) {
    return new Method(new BudgetingMethod.RatioTimeslices(duration(length)), empty, minutes, "");
  }

  private static DurationShorthand duration(String text) {
    return DurationShorthand.parse(text).orElseThrow();
  }

  /** Returns the events by minute. */
  public static EventSeries series(List<RawEvent> events) {
    EventSeries.Builder series = EventSeries.builder();
    events.forEach(
        event ->
            series.add(Math.floorDiv(event.at().toEpochMilli(), 60_000L), event.good() ? 1 : 0, 1));
    return series.build();
  }
}
