package dev.burnline.render.words;

import dev.burnline.report.SloReport;

/** Says what an SLO counts: events, or slices of time. */
public final class SloUnits {

  /**
   * A slice of RatioTimeslices counts as so many units, so that its good part is a whole number.
   */
  private static final double UNITS_OF_A_RATIO_SLICE = 1e9;

  private SloUnits() {}

  /** Events or slices; of RatioTimeslices also parts of slices. */
  public static String count(Words words, SloReport slo, long units) {
    return slo.budgetingMethod().equals("RatioTimeslices")
        ? words.number(units / UNITS_OF_A_RATIO_SLICE)
        : words.count(units);
  }

  /** The key of a message that calls events by their name, or of its twin for slices of time. */
  public static String key(String ofEvents, SloReport slo) {
    return slo.budgetingMethod().equals("Occurrences") ? ofEvents : ofEvents + ".slices";
  }
}
