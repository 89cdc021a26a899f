package dev.burnline.slo.alert;

import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.Events;
import java.math.BigDecimal;

/** From how many bad events on a lookback of a pair is beyond what its budget share stands for. */
abstract sealed class PairLimit {

  /** Returns the limit of a pair in a mode. */
  static PairLimit of(AlertRules.Mode mode, Slo slo, BurnRatePair pair, BudgetWindow window) {
    return switch (mode) {
      case BURN_RATE -> new Factor(slo, pair, window);
      case TRAFFIC_AWARE -> new Share(slo, pair, window);
    };
  }

  /** Moves to the minute that the lookbacks are at. */
  abstract void moveTo(Lookbacks lookbacks);

  abstract boolean isReachedBy(long bad, long total);

  /** Returns the next minute at which the limit can be another. */
  abstract long nextChange(Lookbacks lookbacks);

  /** The burn rate is above the pair's factor, which changes with the window's length. */
  private static final class Factor extends PairLimit {

    private final Slo slo;
    private final BurnRatePair pair;
    private final BudgetWindow window;
    private Ratio badPerEvent;
    private long validUntil;

    Factor(Slo slo, BurnRatePair pair, BudgetWindow window) {
      this.slo = slo;
      this.pair = pair;
      this.window = window;
      this.badPerEvent = Ratio.of(BigDecimal.ONE, BigDecimal.ONE);
      this.validUntil = Long.MIN_VALUE;
    }

    @Override
    void moveTo(Lookbacks lookbacks) {
      if (lookbacks.now() > validUntil) {
        badPerEvent =
            Ratio.of(
                pair.budgetShare()
                    .multiply(slo.allowance())
                    .multiply(BigDecimal.valueOf(window.lengthAt(lookbacks.now()))),
                BigDecimal.valueOf(pair.longLookback().toMinutes()));
        validUntil = window.sameLengthUntil(lookbacks.now());
      }
    }

    @Override
    boolean isReachedBy(long bad, long total) {
      return badPerEvent.compare(bad, total) > 0;
    }

    @Override
    long nextChange(Lookbacks lookbacks) {
      return window.sameLengthUntil(lookbacks.now()) + 1;
    }
  }

  /** There are as many bad events as the share of the window's budget, however few come. */
  private static final class Share extends PairLimit {

    private final BudgetWindow window;
    private final Ratio badPerEventOfWindow;
    private long eventsOfWindow;
    private long countedAt = Long.MIN_VALUE;

    Share(Slo slo, BurnRatePair pair, BudgetWindow window) {
      this.window = window;
      this.badPerEventOfWindow =
          Ratio.of(pair.budgetShare().multiply(slo.allowance()), BigDecimal.ONE);
    }

    @Override
    void moveTo(Lookbacks lookbacks) {
      if (countedAt != lookbacks.now()) {
        Events events = lookbacks.since(window.startAt(lookbacks.now()));
        eventsOfWindow = events.total();
        countedAt = lookbacks.now();
      }
    }

    @Override
    boolean isReachedBy(long bad, long total) {
      return badPerEventOfWindow.compare(bad, eventsOfWindow) >= 0;
    }

    /** Events leave the window at any minute; what is kept without events does not care. */
    @Override
    long nextChange(Lookbacks lookbacks) {
      return lookbacks.areEmpty() ? Long.MAX_VALUE : lookbacks.now() + 1;
    }
  }
}
