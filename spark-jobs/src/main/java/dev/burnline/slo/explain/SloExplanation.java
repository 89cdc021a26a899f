package dev.burnline.slo.explain;

import static java.util.Objects.requireNonNull;

import dev.burnline.slo.Slo;
import dev.burnline.slo.alert.AlertRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * What an SLO means, from its file alone.
 *
 * @param window the length of the SLO's window
 * @param valid the valid requests in words
 * @param good the good ones among them in words
 * @param alerts those that pairs of burn rates make, in the order in which they are evaluated
 * @param otherAlerts all others in words
 */
public record SloExplanation(
    Slo slo,
    Duration window,
    String valid,
    String good,
    List<PairExplanation> alerts,
    List<String> otherAlerts) {

  public SloExplanation {
    requireNonNull(slo, "slo is null");
    requireNonNull(window, "window is null");
    requireNonNull(valid, "valid is null");
    requireNonNull(good, "good is null");
    alerts = List.copyOf(alerts);
    otherAlerts = List.copyOf(otherAlerts);
  }

  /**
   * Explains an SLO.
   *
   * @param window the length of the SLO's window, whole minutes
   * @param rules what its alert policies amount to
   */
  public static SloExplanation of(Slo slo, Duration window, AlertRules rules) {
    IndicatorWords words = IndicatorWords.of(slo);
    return new SloExplanation(
        slo,
        window,
        words.valid(),
        words.good(),
        rules.mode() == AlertRules.Mode.BURN_RATE
            ? rules.pairs().stream().map(pair -> new PairExplanation(slo, window, pair)).toList()
            : List.of(),
        AlertWords.of(rules));
  }

  /** Returns how many minutes without a single good request use up the budget; exact. */
  public BigDecimal outageMinutes() {
    return slo.allowance().multiply(BigDecimal.valueOf(window.toMinutes()));
  }
}
