package dev.burnline.evaluate;

import dev.burnline.rollup.ServiceMinute;
import dev.burnline.slo.where.CountBounds;
import dev.burnline.slo.where.Where;
import dev.burnline.slo.where.WhereException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What SLO counters would have counted where they were not counted yet when the log was read: by
 * minute, bounds and a best guess from the outcomes and histograms of the minute.
 */
final class CountEstimates implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Guesses are added up in this unit, so that their order makes no difference. */
  private static final double GUESS_UNIT = 1 << 20;

  private static final int COLUMNS = 3;

  private final List<String> keys;
  private final boolean[] untold;
  private final MinuteColumns bounds;

  CountEstimates(List<String> keys) {
    this.keys = List.copyOf(keys);
    this.untold = new boolean[keys.size()];
    this.bounds = new MinuteColumns(COLUMNS * keys.size());
  }

  /** Reads what counters count from their keys; empty for one whose key is no condition. */
  static List<Optional<Where>> conditions(List<String> keys) {
    List<Optional<Where>> conditions = new ArrayList<>();
    for (String key : keys) {
      try {
        conditions.add(Optional.of(Where.ofCanonical(key)));
      } catch (WhereException e) {
        conditions.add(Optional.empty());
      }
    }
    return conditions;
  }

  /**
   * Adds what a row does not count.
   *
   * @param places for each key its place in the row, -1 where the row does not count it
   * @param conditions what the keys count
   */
  void add(ServiceMinute row, int[] places, List<Optional<Where>> conditions) {
    for (int k = 0; k < places.length; k++) {
      if (places[k] < 0) {
        add(row, k, conditions.get(k));
      }
    }
  }

  private void add(ServiceMinute row, int key, Optional<Where> condition) {
    int at = bounds.placeOf(row.minute());
    row.outcomes()
        .forEach(
            (outcome, figures) -> {
              CountBounds count =
                  condition
                      .map(
                          where ->
                              where.bounds(new OutcomeRequests(row.service(), outcome, figures)))
                      .orElse(new CountBounds(0, figures.requests(), 0, false));
              untold[key] |= !count.isTold();
              bounds.add(at, COLUMNS * key, count.atLeast());
              bounds.add(at, COLUMNS * key + 1, count.atMost());
              bounds.add(at, COLUMNS * key + 2, Math.round(count.guess() * GUESS_UNIT));
            });
  }

  /** Adds the other estimates, which are of the same keys. */
  void add(CountEstimates other) {
    bounds.add(other.bounds);
    for (int k = 0; k < untold.length; k++) {
      untold[k] |= other.untold[k];
    }
  }

  /** Whether everything was counted. */
  boolean isEmpty() {
    return bounds.size() == 0;
  }

  /** Whether what the key counts could not be told somewhere. */
  boolean isUntold(String key) {
    return untold[keys.indexOf(key)];
  }

  /** Returns the number of minutes with an estimate of any key. */
  int size() {
    return bounds.size();
  }

  int minute(int place) {
    return bounds.minute(place);
  }

  long atLeast(int place, String key) {
    return bounds.count(place, COLUMNS * keys.indexOf(key));
  }

  long atMost(int place, String key) {
    return bounds.count(place, COLUMNS * keys.indexOf(key) + 1);
  }

  double guess(int place, String key) {
    return bounds.count(place, COLUMNS * keys.indexOf(key) + 2) / GUESS_UNIT;
  }
}
