package dev.burnline.slo.alert;

import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.alert.BurnRatePair.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** The pairs of the SRE Workbook, written once more. */
public final class Pairs {

  private Pairs() {}

  /** Returns the pairs for an SLO window of this length. */
  public static List<BurnRatePair> forWindow(Duration window) {
    boolean isLong = window.compareTo(Duration.ofDays(7)) > 0;
    return List.of(
        pair(Severity.PAGE, 60, 5, isLong ? "0.02" : "0.08"),
        pair(Severity.PAGE, 360, 30, isLong ? "0.05" : "0.125"),
        pair(Severity.TICKET, 1440, 120, isLong ? "0.1" : "0.2"),
        pair(Severity.TICKET, 4320, 360, isLong ? "0.1" : "0.42"));
  }

  /** Returns the rules of an SLO over a rolling window without policies of its own. */
  public static AlertRules rulesOf(Slo slo) {
    return AlertRules.of(
        slo.window() instanceof TimeWindow.Rolling rolling
            ? forWindow(rolling.length())
            : List.of());
  }

  private static BurnRatePair pair(
      Severity severity, int longMinutes, int shortMinutes, String share) {
    return new BurnRatePair(
        severity,
        Duration.ofMinutes(longMinutes),
        Duration.ofMinutes(shortMinutes),
        new BigDecimal(share));
  }
}
