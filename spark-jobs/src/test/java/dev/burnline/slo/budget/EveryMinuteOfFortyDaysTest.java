package dev.burnline.slo.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.naive.NaiveFigures;
import dev.burnline.naive.NaiveUnits;
import dev.burnline.naive.RawEvent;
import dev.burnline.naive.Traffic;
import dev.burnline.naive.Traffic.Density;
import dev.burnline.naive.Traffic.Shape;
import dev.burnline.report.SloReport;
import dev.burnline.report.Window;
import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.Exclusions;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine and slow counting at every minute of forty days. A figure is a function of the units
 * in spans of minutes: every minute's units are compared for every method, and the figures at every
 * minute of a rolling and a calendar window where units are events. That the other windows and
 * slices make no difference is compared at minutes a prime number apart, so that they fall
 * everywhere in hours and slices; {@code -Dburnline.naive.every-minute=true} compares at every one
 * of all forty days, which takes some minutes.
 */
class EveryMinuteOfFortyDaysTest {

  private static final int MINUTES = BothWays.DAYS * 1440;
  private static final long END = BothWays.FIRST_MINUTE + MINUTES;
  private static final boolean EVERY_MINUTE = Boolean.getBoolean("burnline.naive.every-minute");
  private static final int ROLLING = 0;
  private static final int CALENDAR = 2;
  private static final Map<String, Integer> LOOKBACKS =
      Map.of("5m", 5, "30m", 30, "1h", 60, "2h", 120, "6h", 360, "1d", 1440, "3d", 4320);

  private final List<RawEvent> events = new ArrayList<>();

  private EventSeries traffic(Shape shape, Density density) {
    events.clear();
    events.addAll(Traffic.of(shape, density, 13, BothWays.START, BothWays.DAYS));
    return BothWays.series(events);
  }

  private NaiveUnits naive(BothWays.Method method, boolean isMaintained) {
    return method.naive(
        NaiveUnits.events(
            events,
            BothWays.FIRST_MINUTE,
            MINUTES,
            isMaintained ? BothWays.MAINTENANCE : List.of()));
  }

  private static Slo slo(BothWays.Method method, BothWays.Window window, boolean isMaintained) {
    return Slos.slo(
        "0.99",
        window.engine(),
        method.engine(),
        method.empty(),
        isMaintained ? BothWays.EXCLUSIONS : Exclusions.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void everyMinuteIsWorthWhatCountingGives(Shape shape) {
    for (Density density : Density.values()) {
      EventSeries series = traffic(shape, density);
      for (BothWays.Method method : BothWays.methods()) {
        for (boolean isMaintained : new boolean[] {false, true}) {
          Slo slo = slo(method, BothWays.windows().get(0), isMaintained);
          EventSeries units = BudgetSeries.of(slo, series, BothWays.FIRST_MINUTE, END);
          long[] good = new long[MINUTES];
          long[] total = new long[MINUTES];
          for (int i = 0; i < MINUTES; i++) {
            Events one = units.between(BothWays.FIRST_MINUTE + i, BothWays.FIRST_MINUTE + i + 1);
            good[i] = one.good();
            total[i] = one.total();
          }
          NaiveUnits naive = naive(method, isMaintained);
          assertThat(good).as("%s %s", density, slo).isEqualTo(naive.good());
          assertThat(total).as("%s %s", density, slo).isEqualTo(naive.total());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void budgetAndBurnRatesOfEveryMinuteAreWhatCountingGives(int window) {
    Shape[] shapes = Shape.values();
    Density density = window % 2 == 0 ? Density.DENSE : Density.SPARSE;
    EventSeries series = traffic(shapes[window % shapes.length], density);
    BothWays.Method occurrences = BothWays.methods().get(0);
    BothWays.Window windows = BothWays.windows().get(window);
    compare(
        slo(occurrences, windows, false),
        series,
        naive(occurrences, false),
        windows,
        new Minutes(
            BothWays.FIRST_MINUTE + 1,
            END + 1,
            window == ROLLING || window == CALENDAR ? 1 : apart(37)));
  }

  private static int apart(int minutes) {
    return EVERY_MINUTE ? 1 : minutes;
  }

  @Test
  void soAreThoseOfSlicesThroughADayWithAnOutage() {
    long middle = BothWays.FIRST_MINUTE + BothWays.DAYS / 2 * 1440;
    Minutes minutes =
        EVERY_MINUTE
            ? new Minutes(BothWays.FIRST_MINUTE + 1, END + 1, 1)
            : new Minutes(middle, middle + 1440, 13);
    EventSeries series = traffic(Shape.FLAPPING, Density.DENSE);
    for (BothWays.Method method : BothWays.methods()) {
      if (!(method.engine() instanceof BudgetingMethod.Occurrences)) {
        BothWays.Window window = BothWays.windows().get(method.slice() % 2 == 0 ? 0 : 3);
        compare(slo(method, window, true), series, naive(method, true), window, minutes);
      }
    }
  }

  @Test
  void exhaustionIsForecastAsCountingDoesThroughFortyDays() {
    int forecasts = 0;
    for (int window : new int[] {1, CALENDAR, 3, 5}) {
      BothWays.Method method = BothWays.methods().get(window == 3 ? 4 : 0);
      forecasts += exhaustions(BothWays.windows().get(window), method);
    }
    assertThat(forecasts).as("forecasts of an exhaustion to come").isGreaterThan(5);
  }

  private int exhaustions(BothWays.Window window, BothWays.Method method) {
    EventSeries series = traffic(Shape.SLOW_BURN, Density.DENSE);
    Slo slo = slo(method, window, false);
    NaiveUnits units = naive(method, false);
    int forecasts = 0;
    for (long minute = BothWays.FIRST_MINUTE + 1; minute <= END; minute += apart(241)) {
      NaiveFigures naive =
          new NaiveFigures(units, window.naive(), slo.target().toPlainString(), minute);
      Long expected = naive.exhaustion();
      Instant actual = evaluation(slo, series, minute).report().exhaustionAt();
      assertThat(actual)
          .as("%s at %s", slo, at(minute))
          .isEqualTo(expected == null ? null : at(expected));
      forecasts += expected != null && expected > minute ? 1 : 0;
    }
    return forecasts;
  }

  private static SloEvaluation evaluation(Slo slo, EventSeries series, long minute) {
    return new SloEvaluation(slo, series, new Window(at(minute - 1), at(minute), ZoneOffset.UTC));
  }

  /** Minutes from one on, before another, so many apart. */
  private record Minutes(long from, long to, int step) {}

  private static void compare(
      Slo slo, EventSeries series, NaiveUnits units, BothWays.Window windows, Minutes minutes) {
    String target = slo.target().toPlainString();
    boolean isCalendar = slo.window() instanceof TimeWindow.Calendar;
    for (long minute = minutes.from; minute < minutes.to; minute += minutes.step) {
      NaiveFigures naive = new NaiveFigures(units, windows.naive(), target, minute);
      SloEvaluation evaluation = evaluation(slo, series, minute);
      boolean agrees =
          evaluation.window().start() == naive.start()
              && evaluation.window().end() == naive.end()
              && Objects.equals(evaluation.budget(), budget(naive, isCalendar));
      for (Map.Entry<String, Double> rate : evaluation.burnRates().entrySet()) {
        agrees &= Objects.equals(rate.getValue(), naive.burnRate(LOOKBACKS.get(rate.getKey())));
      }
      if (!agrees) {
        assertThat(evaluation.budget())
            .as("%s at %s, burn rates %s", slo, at(minute), evaluation.burnRates())
            .isEqualTo(budget(naive, isCalendar));
      }
      assertThat(agrees).as("%s at %s", slo, at(minute)).isTrue();
    }
  }

  private static SloReport.@Nullable Budget budget(NaiveFigures naive, boolean isCalendar) {
    return naive.total() == 0
        ? null
        : new SloReport.Budget(
            naive.budget(),
            naive.total() - naive.good(),
            naive.consumedRatio(),
            naive.remainingRatio(),
            naive.minutesRemaining(),
            isCalendar ? naive.projectedBudget() : null);
  }

  private static Instant at(long minute) {
    return Instant.ofEpochSecond(minute * 60);
  }
}
