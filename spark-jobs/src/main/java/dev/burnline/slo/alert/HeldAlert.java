package dev.burnline.slo.alert;

import static java.util.Objects.requireNonNull;

/**
 * A pair whose alert holds at some instant.
 *
 * @param burnLong burn rate over the long lookback
 * @param burnShort burn rate over the short lookback
 */
public record HeldAlert(BurnRatePair pair, double burnLong, double burnShort) {

  public HeldAlert {
    requireNonNull(pair, "pair is null");
  }
}
