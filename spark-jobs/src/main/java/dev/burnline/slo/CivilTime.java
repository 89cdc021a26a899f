package dev.burnline.slo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** From times on a clock to minutes since 1970-01-01T00:00Z. */
public final class CivilTime {

  private CivilTime() {}

  /**
   * Returns the instant at which a clock in the zone shows the time: the earlier of two where
   * clocks are set back, and the first one after the gap where they are set forward.
   */
  public static Instant instantOf(LocalDateTime time, ZoneId zone) {
    ZoneOffsetTransition transition = zone.getRules().getTransition(time);
    return transition != null && transition.isGap()
        ? transition.getInstant()
        : time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /** Returns the first whole minute at or after the instant. */
  public static long firstMinuteFrom(Instant instant) {
    long minute = Math.floorDiv(instant.getEpochSecond(), 60L);
    boolean isWhole = instant.getEpochSecond() % 60 == 0 && instant.getNano() == 0;
    return isWhole ? minute : minute + 1;
  }
}
