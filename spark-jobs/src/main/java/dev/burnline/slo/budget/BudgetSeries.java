package dev.burnline.slo.budget;

import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.MinuteRange;
import dev.burnline.slo.Slo;
import java.util.List;

/**
 * What a budget is counted from: events in the units of the budgeting method. Burn rates, budgets,
 * alerts and forecasts work on such a series alone.
 */
public final class BudgetSeries {

  /** Maintenance is not looked up longer ago; a stray clock costs no more than that. */
  private static final long LONGEST_MINUTES = 3660 * BudgetingMethod.MINUTES_OF_A_DAY;

  private BudgetSeries() {}

  /**
   * Returns the units without those of excluded maintenance. A slice of time stands at its last
   * minute, so a span of minutes has the slices that end in it.
   *
   * @param events by minute, of all minutes that are known; slices without events count from {@link
   *     EventSeries#since} on
   * @param from the first minute that will be asked for, since the epoch
   * @param to the minute after the last that will be asked for; the result may be asked at every
   *     minute before, too
   */
  public static EventSeries of(Slo slo, EventSeries events, long from, long to) {
    if (events.isNothing()) {
      return events;
    }
    List<MinuteRange> excluded = excluded(slo, events, from, to);
    return units(slo, ExcludedMinutes.without(excluded, events), excluded, from, to);
  }

  /** Returns the events without those of excluded maintenance; parameters as above. */
  public static EventSeries events(Slo slo, EventSeries events, long from, long to) {
    if (events.isNothing()) {
      return events;
    }
    return ExcludedMinutes.without(excluded(slo, events, from, to), events);
  }

  private static List<MinuteRange> excluded(Slo slo, EventSeries events, long from, long to) {
    long first = events.size() == 0 ? from : events.minuteAt(0);
    return slo.exclusions().between(Math.min(Math.max(first, from - LONGEST_MINUTES), from), to);
  }

  /** Returns the units with those of excluded maintenance; parameters as above. */
  public static EventSeries raw(Slo slo, EventSeries events, long from, long to) {
    return units(slo, events, List.of(), from, to);
  }

  private static EventSeries units(
      Slo slo, EventSeries events, List<MinuteRange> excluded, long from, long to) {
    return slo.budgetingMethod() instanceof BudgetingMethod.Occurrences
        ? events
        : new Slices(slo, excluded, from, to).of(events);
  }

  /** Returns the first minute of the slice in which a minute lies; itself without slices. */
  static long sliceStart(Slo slo, long minute) {
    long slice = slo.budgetingMethod().sliceMinutes();
    return Math.floorDiv(minute, slice) * slice;
  }
}
