package dev.burnline.evaluate;

import dev.burnline.report.SloReport;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The events of one SLO: those that were counted, and estimates for those that were not. */
final class SloEvents {

  private static final String LATE =
      "This SLO came after its logs had been read, and they were not read again: ";

  private final String good;
  private final String total;
  private final CounterSeries counted;
  private final CountEstimates estimates;

  SloEvents(Slo slo, CounterSeries counted, CountEstimates estimates) {
    this.good = slo.good().key();
    this.total = slo.total().key();
    this.counted = counted;
    this.estimates = estimates;
  }

  private boolean isTold() {
    return !estimates.isUntold(good) && !estimates.isUntold(total);
  }

  /** Returns the counted events and the best guess of the others; without what cannot be told. */
  EventSeries series() {
    if (estimates.isEmpty() || !isTold()) {
      return counted.events(good, total);
    }
    MinuteColumns both = new MinuteColumns(2);
    counted.forEach(
        good,
        total,
        (minute, goodEvents, validEvents) -> {
          int at = both.placeOf(minute);
          both.add(at, 0, goodEvents);
          both.add(at, 1, validEvents);
        });
    WholeNumbers goodNumbers = new WholeNumbers(good);
    WholeNumbers totalNumbers = new WholeNumbers(total);
    for (int i = 0; i < estimates.size(); i++) {
      int at = both.placeOf(estimates.minute(i));
      both.add(at, 0, goodNumbers.at(i));
      both.add(at, 1, totalNumbers.at(i));
    }
    EventSeries.Builder events = EventSeries.builder();
    for (int i = 0; i < both.size(); i++) {
      long valid = both.count(i, 1);
      events.add(both.minute(i), Math.min(valid, both.count(i, 0)), valid);
    }
    return events.build();
  }

  /** Rounds guesses so that the sum of the first ones is never off by more than a half. */
  private final class WholeNumbers {

    private final String key;
    private double carried;

    WholeNumbers(String key) {
      this.key = key;
    }

    long at(int place) {
      double wanted = estimates.guess(place, key) + carried;
      long whole =
          Math.max(
              estimates.atLeast(place, key),
              Math.min(estimates.atMost(place, key), Math.round(wanted)));
      carried = wanted - whole;
      return whole;
    }
  }

  /**
   * Returns how far the counts of a span may be off; null when they are exact. The bounds are
   * events, whatever the budgeting method counts.
   */
  SloReport.@Nullable Estimate estimate(MinuteSpan span) {
    long[] least = new long[2];
    long[] most = new long[2];
    double guessed = 0;
    for (int i = 0; i < estimates.size(); i++) {
      if (span.contains(estimates.minute(i))) {
        least[0] += estimates.atLeast(i, good);
        most[0] += estimates.atMost(i, good);
        least[1] += estimates.atLeast(i, total);
        most[1] += estimates.atMost(i, total);
        guessed += estimates.guess(i, total);
      }
    }
    if (least[0] == most[0] && least[1] == most[1]) {
      return null;
    }
    long sureGood = counted.sum(good, span);
    long sureTotal = counted.sum(total, span);
    return new SloReport.Estimate(
        isTold() ? estimated(guessed, sureTotal) : leftOut(most[1], sureTotal),
        sureGood + least[0],
        sureGood + most[0],
        sureTotal + least[1],
        sureTotal + most[1]);
  }

  private static String estimated(double guessed, long sure) {
    long events = Math.round(guessed);
    return String.format(
        Locale.ROOT,
        LATE + "%d of its %d valid events are estimated from histograms, the others are counted.",
        events,
        events + sure);
  }

  private static String leftOut(long possible, long sure) {
    return String.format(
        Locale.ROOT,
        LATE
            + "what it counts cannot be told from histograms, so up to %d valid events are left out"
            + " beside %d that are counted.",
        possible,
        sure);
  }
}
