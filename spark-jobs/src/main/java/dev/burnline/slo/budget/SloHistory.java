package dev.burnline.slo.budget;

import dev.burnline.slo.Slo;
import java.time.Duration;

/** How far back the events matter that an evaluation needs. */
public final class SloHistory {

  /** The longest lookback of a report's burn rates. */
  private static final Duration LONGEST_LOOKBACK = Duration.ofDays(3);

  private SloHistory() {}

  /**
   * Returns the first minute whose events matter when the SLO is evaluated at the start of a
   * minute: the start of its window or of the longest lookback, and of the slice of time that lies
   * there.
   */
  public static long start(Slo slo, long endMinute) {
    long window = WindowSpan.at(slo.window(), endMinute).start();
    long lookback = endMinute - LONGEST_LOOKBACK.toMinutes();
    return BudgetSeries.sliceStart(slo, Math.min(window, lookback));
  }
}
