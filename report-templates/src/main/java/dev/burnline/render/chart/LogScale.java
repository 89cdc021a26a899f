package dev.burnline.render.chart;

import java.util.ArrayList;
import java.util.List;

/** A logarithmic axis whose ends are 1, 2 or 5 times a power of ten. */
record LogScale(double low, double high) {

  /** A much greater end, or its ratio to the low one, would be infinite. */
  private static final double GREATEST = 1e300;

  /** More decades than this are not all labelled. */
  private static final int MOST_DECADES = 9;

  /** The least such axis that holds both values; they must be finite and not negative. */
  static LogScale holding(double least, double greatest) {
    double low = step(Math.min(Math.max(least, 0.01), GREATEST), false);
    double high = step(Math.min(Math.max(greatest, 0.01), GREATEST), true);
    return new LogScale(low, high > low ? high : step(low * 1.01, true));
  }

  /** Where a value lies, 0 at the low end to 1 at the high end; values beyond lie on the ends. */
  double at(double value) {
    double inside = Math.min(high, Math.max(low, value));
    return Math.log(inside / low) / Math.log(high / low);
  }

  /** The labelled values: decades, with 2 and 5 in between where there are few, not all of many. */
  List<Double> ticks() {
    var ticks = new ArrayList<Double>();
    double decades = Math.log10(high / low);
    double[] steps = decades <= 1.6 ? new double[] {1, 2, 5} : new double[] {1};
    if (decades > 1.6 && decades <= 2.6) {
      steps = new double[] {1, 3};
    }
    double factor = Math.pow(10, Math.max(1, Math.ceil(decades / MOST_DECADES)));
    for (double decade = Math.pow(10, Math.floor(Math.log10(low) + 1e-9));
        decade <= high * 1.0001;
        decade *= factor) {
      for (double step : steps) {
        double tick = decade * step;
        if (tick >= low * 0.9999 && tick <= high * 1.0001) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private static double step(double value, boolean up) {
    double decade = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
    double[] steps = {1, 2, 5, 10};
    double below = decade;
    for (double step : steps) {
      double at = decade * step;
      if (up && at >= value * 0.9999) {
        return at;
      }
      if (!up && at <= value * 1.0001) {
        below = at;
      }
    }
    return below;
  }
}
