package dev.burnline.rollup;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Counts of non-negative values in logarithmic buckets, 128 to each power of two.
 *
 * <p>A bucket's middle is within 1/256 (0.39 %) of every value in it, so every quantile is within
 * 0.5 % of the value at its rank. Merging adds counts: it is exact, associative and commutative,
 * and the bucket bounds never depend on the data. This is the layout of HdrHistogram's log-linear
 * buckets and of DDSketch's bitwise index mapping; it is written here because a rollup keeps seven
 * per minute, service and outcome, most with few values, and both libraries start at kilobytes.
 *
 * <p>Sparse: memory grows with the number of buckets used.
 */
public final class Histogram implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A quantile is off by at most this share of the value at its rank. */
  public static final double RELATIVE_ERROR = 1.0 / 256;

  private static final int MANTISSA_BITS_DROPPED = 52 - 7;
  private static final int FREE = -1;
  private static final int FIRST_SLOTS = 4;
  private static final int[] NO_BUCKETS = {};
  private static final long[] NO_COUNTS = {};

  private int[] buckets = NO_BUCKETS;
  private long[] counts = NO_COUNTS;
  private int used;

  private static int[] newSlots(int size) {
    int[] slots = new int[size];
    Arrays.fill(slots, FREE);
    return slots;
  }

  /** Counts a value; it must be finite and not negative. */
  public void add(double value) {
    add(bucketOf(value), 1);
  }

  /** Adds all counts of the other histogram. */
  public void add(Histogram other) {
    for (int slot = 0; slot < other.buckets.length; slot++) {
      if (other.buckets[slot] != FREE) {
        add(other.buckets[slot], other.counts[slot]);
      }
    }
  }

  /** Adds {@code count} to a bucket, as {@link #forEach} named it. */
  public void add(int bucket, long count) {
    if (used * 4 >= buckets.length * 3) {
      grow();
    }
    int slot = slotOf(bucket);
    if (buckets[slot] == FREE) {
      buckets[slot] = bucket;
      used++;
    }
    counts[slot] += count;
  }

  private int slotOf(int bucket) {
    int mask = buckets.length - 1;
    // Neighbouring buckets are the common case and fall into neighbouring slots.
    int slot = bucket & mask;
    while (buckets[slot] != FREE && buckets[slot] != bucket) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldBuckets = buckets;
    long[] oldCounts = counts;
    buckets = newSlots(Math.max(FIRST_SLOTS, oldBuckets.length * 2));
    counts = new long[buckets.length];
    for (int i = 0; i < oldBuckets.length; i++) {
      if (oldBuckets[i] != FREE) {
        int slot = slotOf(oldBuckets[i]);
        buckets[slot] = oldBuckets[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** Returns the number of buckets in use. */
  public int size() {
    return used;
  }

  /** Visits the buckets in use in ascending order. */
  public void forEach(BucketVisitor visitor) {
    int[] sorted = new int[used];
    int n = 0;
    for (int bucket : buckets) {
      if (bucket != FREE) {
        sorted[n++] = bucket;
      }
    }
    Arrays.sort(sorted);
    for (int bucket : sorted) {
      visitor.visit(bucket, counts[slotOf(bucket)]);
    }
  }

  /**
   * Returns the middle of the bucket that holds the value of rank {@code ceil(perMille · n / 1000)}
   * in ascending order.
   *
   * @param perMille 1 to 1000
   * @throws IllegalStateException when the histogram is empty
   */
  double quantile(int perMille) {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    if (total == 0) {
      throw new IllegalStateException("no quantile of an empty histogram");
    }
    long rank = (total * perMille + 999) / 1000;
    return middleOf(bucketAt(rank));
  }

  private int bucketAt(long rank) {
    long[] seen = {0};
    int[] found = {FREE};
    forEach(
        (bucket, count) -> {
          if (seen[0] < rank) {
            found[0] = bucket;
          }
          seen[0] += count;
        });
    return found[0];
  }

  private static int bucketOf(double value) {
    return (int) (Double.doubleToRawLongBits(value) >>> MANTISSA_BITS_DROPPED);
  }

  /** Returns the least value of a bucket; the next bucket's is above all of its values. */
  public static double leastOf(int bucket) {
    return Double.longBitsToDouble((long) bucket << MANTISSA_BITS_DROPPED);
  }

  private static double middleOf(int bucket) {
    // The first of the dropped bits alone is half of a bucket, also of the last one below infinity.
    long half = 1L << (MANTISSA_BITS_DROPPED - 1);
    return bucket == 0
        ? 0
        : Double.longBitsToDouble(((long) bucket << MANTISSA_BITS_DROPPED) | half);
  }

  /** Takes a bucket and how many values are in it. */
  @FunctionalInterface
  public interface BucketVisitor {
    /** Takes one bucket. */
    void visit(int bucket, long count);
  }
}
