package dev.burnline.rollup;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Figures by key, of which only the keys that come first in their order are kept: where that is an
 * order of hashes, a bounded sample, whose figures are complete whatever parts they were added up
 * from. A key that is among the first of all was among the first of every part it came in.
 *
 * <p>What is kept is a function of all that was added, not of the order or grouping of adding.
 *
 * @param <K> immutable and serializable
 * @param <V> serializable
 */
final class SmallestKept<K extends Comparable<K>, V> implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int most;
  private final TreeMap<K, V> kept;

  /** Later keys are not complete and not kept; null while nothing was dropped. */
  private @Nullable K lastComplete;

  SmallestKept(int most) {
    this.most = most;
    this.kept = new TreeMap<>();
  }

  /** Whether figures of this key are kept, or would be. */
  boolean accepts(K key) {
    return lastComplete == null || key.compareTo(lastComplete) <= 0;
  }

  @Nullable V get(K key) {
    return kept.get(key);
  }

  /** Adds figures; returns the key that was dropped for them, null when none was. */
  @Nullable K merge(K key, V figures, BinaryOperator<V> sum) {
    if (!accepts(key)) {
      return key;
    }
    kept.merge(key, figures, sum);
    return trim();
  }

  private @Nullable K trim() {
    if (kept.size() <= most) {
      return null;
    }
    K dropped = kept.lastKey();
    kept.remove(dropped);
    lastComplete = kept.lastKey();
    return dropped;
  }

  private void cutBehind(K last) {
    if (accepts(last)) {
      lastComplete = last;
      kept.tailMap(last, false).clear();
    }
  }

  /** Tells that keys behind those kept now were dropped. */
  void cut() {
    lastComplete = kept.lastKey();
  }

  /**
   * Adds all of the other collection.
   *
   * @param copy makes figures of the other one this one's own
   */
  void addAll(SmallestKept<K, V> other, UnaryOperator<V> copy, BinaryOperator<V> sum) {
    if (other.lastComplete != null) {
      cutBehind(other.lastComplete);
    }
    other.kept.forEach(
        (key, figures) -> {
          if (accepts(key)) {
            merge(key, kept.containsKey(key) ? figures : copy.apply(figures), sum);
          }
        });
  }

  /** Returns what is kept, in the order of hashes. */
  SortedMap<K, V> kept() {
    return Collections.unmodifiableSortedMap(kept);
  }

  /** Whether some keys were dropped. */
  boolean isCut() {
    return lastComplete != null;
  }
}
