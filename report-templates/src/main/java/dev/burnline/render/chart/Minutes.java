package dev.burnline.render.chart;

import dev.burnline.report.ServiceReport.MinuteFigures;
import dev.burnline.report.Window;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a window as at most {@link #MOST_SLOTS} equal slots, so that a week is as quick to
 * draw as a day.
 *
 * @param minutesPerSlot 1 for a window of a day
 */
record Minutes(Window window, List<MinuteFigures> figures, int slots, int minutesPerSlot) {

  private static final int MOST_SLOTS = 1500;

  static Minutes of(Window window, List<MinuteFigures> figures) {
    long minutes = Duration.between(window.start(), window.end()).toMinutes();
    int perSlot = (int) Math.max(1, ceilDiv(minutes, MOST_SLOTS));
    return new Minutes(window, figures, (int) ceilDiv(minutes, perSlot), perSlot);
  }

  /** Events per minute of each slot; 0 where there is no request. */
  double[] rates(ToLongFunction<MinuteFigures> count) {
    double[] rates = new double[slots];
    for (MinuteFigures minute : figures) {
      int slot = slot(minute);
      if (slot >= 0 && slot < slots) {
        rates[slot] += (double) count.applyAsLong(minute) / minutesPerSlot;
      }
    }
    return rates;
  }

  /** The greatest value of each slot; NaN where there is none. */
  double[] peaks(Function<MinuteFigures, @Nullable Double> value) {
    double[] peaks = new double[slots];
    Arrays.fill(peaks, Double.NaN);
    for (MinuteFigures minute : figures) {
      int slot = slot(minute);
      Double millis = value.apply(minute);
      if (slot >= 0 && slot < slots && millis != null && !(peaks[slot] >= millis)) {
        peaks[slot] = millis;
      }
    }
    return peaks;
  }

  private static long ceilDiv(long value, long by) {
    return (value + by - 1) / by;
  }

  private int slot(MinuteFigures minute) {
    long since = Duration.between(window.start(), minute.minute()).toMinutes();
    return (int) Math.floorDiv(since, (long) minutesPerSlot);
  }
}
