package dev.burnline.generate.traffic;

/**
 * The daily and weekly rhythm of an office service, in UTC: a night valley, a peak before and after
 * noon, weekends at six tenths. An assumption, not a measurement.
 */
final class Rhythm {

  private static final double[] HOUR = {
    0.38, 0.30, 0.26, 0.24, 0.26, 0.34, 0.52, 0.82, 1.20, 1.55, 1.72, 1.66, 1.38, 1.50, 1.74, 1.78,
    1.68, 1.50, 1.28, 1.14, 1.02, 0.86, 0.68, 0.50
  };
  private static final double WEEKEND = 0.6;
  private static final long DAY_SECONDS = 86_400;

  private Rhythm() {}

  /** Returns how busy this second is; 1 is an average hour of a working day. */
  static double at(long epochSecond) {
    long secondOfDay = Math.floorMod(epochSecond, DAY_SECONDS);
    int hour = (int) (secondOfDay / 3600);
    double within = (secondOfDay % 3600) / 3600.0;
    double level = HOUR[hour] + within * (HOUR[(hour + 1) % 24] - HOUR[hour]);
    // 1970-01-01 was a Thursday, so day 2 of a week that starts there is a Saturday.
    long dayOfWeek = Math.floorMod(Math.floorDiv(epochSecond, DAY_SECONDS), 7L);
    return dayOfWeek == 2 || dayOfWeek == 3 ? level * WEEKEND : level;
  }
}
