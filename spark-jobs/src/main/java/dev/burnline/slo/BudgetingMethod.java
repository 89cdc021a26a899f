package dev.burnline.slo;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** How an error budget is counted. */
public sealed interface BudgetingMethod {

  /** The minutes of 24 hours. */
  long MINUTES_OF_A_DAY = 24 * 60;

  /** Returns the name in OpenSLO. */
  String name();

  /**
   * Returns how many units one event or slice counts in good, bad and total of this method: 1, or a
   * billion where a slice may be good in part.
   */
  default long unit() {
    return 1;
  }

  /** Returns the minutes of a slice; 1 where there are none. */
  default long sliceMinutes() {
    return 1;
  }

  /** Returns whether slices may be so long: whole minutes of which 24 hours are a multiple. */
  static boolean isSlice(DurationShorthand duration) {
    return duration
        .fixedLength()
        .filter(length -> MINUTES_OF_A_DAY % length.toMinutes() == 0)
        .isPresent();
  }

  private static long minutesOf(DurationShorthand slice) {
    if (!isSlice(slice)) {
      throw new IllegalArgumentException("24 h must be a multiple of a slice, got " + slice);
    }
    return slice.fixedLength().orElseThrow().toMinutes();
  }

  /** Bad events over the events that may be bad. */
  record Occurrences() implements BudgetingMethod {
    @Override
    public String name() {
      return "Occurrences";
    }
  }

  /**
   * Bad slices of time over the slices that may be bad.
   *
   * @param slice its length, of which 24 hours are a multiple; slices begin at multiples of it
   *     since 1970-01-01T00:00Z
   * @param sliceTarget a slice with a smaller share of good events is bad, 0 to 1
   */
  record Timeslices(BigDecimal sliceTarget, DurationShorthand slice) implements BudgetingMethod {

    public Timeslices {
      requireNonNull(sliceTarget, "sliceTarget is null");
      minutesOf(slice);
    }

    @Override
    public long sliceMinutes() {
      return minutesOf(slice);
    }

    @Override
    public String name() {
      return "Timeslices";
    }
  }

  /**
   * The mean over all slices of their shares of good events, which are kept to a billionth.
   *
   * @param slice as for {@link Timeslices}
   */
  record RatioTimeslices(DurationShorthand slice) implements BudgetingMethod {

    public RatioTimeslices {
      minutesOf(slice);
    }

    @Override
    public long unit() {
      return 1_000_000_000;
    }

    @Override
    public long sliceMinutes() {
      return minutesOf(slice);
    }

    @Override
    public String name() {
      return "RatioTimeslices";
    }
  }
}
