package dev.burnline.cli;

import dev.burnline.slo.CivilTime;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.ServiceScope;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.alert.BurnRatePair;
import dev.burnline.slo.budget.WindowSpan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Spells what people read about SLOs. */
final class Plain {

  private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_UP);
  private static final double HOUR_MINUTES = 60;
  private static final double DAY_MINUTES = 24 * HOUR_MINUTES;

  private Plain() {}

  /** Returns a share of 1 as percent, to four digits. */
  static String percent(BigDecimal share) {
    return number(share.movePointRight(2)) + " %";
  }

  /** Returns a share of 1 as percent, with all its digits. */
  static String exactPercent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }

  /** Returns the number to four digits; digits before the point are never lost. */
  static String number(BigDecimal value) {
    int whole = value.precision() - value.scale();
    MathContext digits =
        whole > DIGITS.getPrecision() ? new MathContext(whole, RoundingMode.HALF_UP) : DIGITS;
    return value.round(digits).stripTrailingZeros().toPlainString();
  }

  static String number(double value) {
    return number(BigDecimal.valueOf(value));
  }

  /** Returns a time in the unit that makes it readable: minutes, hours or days. */
  static String time(double minutes) {
    if (Math.abs(minutes) < 2 * HOUR_MINUTES) {
      return number(minutes) + " minutes";
    }
    return Math.abs(minutes) < 2 * DAY_MINUTES
        ? number(minutes / HOUR_MINUTES) + " hours"
        : number(minutes / DAY_MINUTES) + " days";
  }

  /** Returns the fields that an SLO is grouped by. */
  static String groups(Slo slo) {
    return String.join(" and every ", slo.groupNames());
  }

  /** Returns the lookbacks as {@code 1h/5m}. */
  static String lookbacks(BurnRatePair pair) {
    return DurationShorthand.of(pair.longLookback())
        + "/"
        + DurationShorthand.of(pair.shortLookback());
  }

  static String severity(BurnRatePair pair) {
    return pair.severity().name().toLowerCase(Locale.ROOT);
  }

  static String services(Slo slo) {
    return slo.services() instanceof ServiceScope.Named named
        ? Console.clean(named.name())
        : "every service";
  }

  static String window(Slo slo) {
    DurationShorthand duration = slo.window().duration();
    return slo.window() instanceof TimeWindow.Calendar calendar
        ? "calendar %s from %s %s".formatted(duration, calendar.startTime(), calendar.zone())
        : "rolling " + duration;
  }

  /**
   * Returns the length of the SLO's window at a time.
   *
   * @param at null for the first window of a calendar
   * @throws IllegalArgumentException for windows that reading an SLO file refuses
   */
  static Duration windowLength(Slo slo, @Nullable Instant at) {
    if (at != null) {
      return WindowSpan.at(slo.window(), Math.floorDiv(at.getEpochSecond(), 60L)).length();
    }
    if (slo.window() instanceof TimeWindow.Calendar calendar) {
      long start =
          CivilTime.firstMinuteFrom(CivilTime.instantOf(calendar.start(0), calendar.zone()));
      return WindowSpan.at(calendar, start + 1).length();
    }
    return WindowSpan.at(slo.window(), 0).length();
  }
}
