package dev.burnline.slo.openslo;

import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.alert.BurnRatePair;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/** Says which of an SLO's alerts cannot do what one expects of them. */
final class AlertNotices {

  private static final MathContext SHOWN = new MathContext(4, RoundingMode.HALF_UP);

  private AlertNotices() {}

  static void add(Slo slo, Item objective) {
    if (slo.window() instanceof TimeWindow.Rolling rolling) {
      for (BurnRatePair pair : BurnRatePair.forWindow(rolling.length())) {
        add(slo, objective, rolling, pair);
      }
    }
  }

  private static void add(Slo slo, Item objective, TimeWindow.Rolling window, BurnRatePair pair) {
    String alert = "the alert over " + shown(pair.longLookback());
    String factor = pair.factor(window.length()).round(SHOWN).stripTrailingZeros().toPlainString();
    if (!pair.isReachable(window.length(), slo.allowance())) {
      objective.notice(
          "%s can never fire: it needs a burn rate above %s, and with target %s none is"
              .formatted(alert, factor, slo.target().toPlainString()));
    }
    if (pair.longLookback().compareTo(window.length()) > 0) {
      objective.notice(
          "%s looks back further than the window of %s and fires from a burn rate of %s"
              .formatted(alert, window.duration(), factor));
    }
  }

  private static String shown(Duration lookback) {
    return lookback.toDaysPart() > 0 ? lookback.toDays() + "d" : lookback.toHours() + "h";
  }
}
