package dev.burnline.serve.demo.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The sums that training never shows: about one in ten pairs of operands, whichever stands first
 * and whatever is done with them. Two numbers of one digit are never held out, since every longer
 * sum adds such numbers on its way.
 */
public final class HeldOut {

  private static final int ONE_IN = 10;

  private HeldOut() {}

  /** Returns whether training never shows this sum. */
  public static boolean contains(Sum sum) {
    int less = Math.min(sum.left(), sum.right());
    int more = Math.max(sum.left(), sum.right());
    if (more < 10) {
      return false;
    }
    // Mixes well enough that no digit tells; the constants are those of MurmurHash3's finaliser.
    int mixed = (less * Sum.LIMIT + more) * 0x85ebca6b;
    mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
    return Integer.remainderUnsigned(mixed ^ mixed >>> 16, ONE_IN) == 0;
  }

  /** Returns all of them in a fixed order. */
  public static List<Sum> sums() {
    List<Sum> sums = new ArrayList<>();
    for (int left = 0; left < Sum.LIMIT; left++) {
      for (int right = 0; right < Sum.LIMIT; right++) {
        for (Sum.Sign sign : Sum.Sign.values()) {
          Sum sum = new Sum(left, sign, right);
          if (contains(sum)) {
            sums.add(sum);
          }
        }
      }
    }
    return List.copyOf(sums);
  }
}
