package dev.burnline.generate.traffic;

import dev.burnline.generate.chance.Draws;

/**
 * Arrival times in ascending order: exactly the asked number of requests, spread by {@link Rhythm}
 * and by the bursts of {@link TraceShape}.
 *
 * <p>The span is cut into blocks that each get a burst factor; a block is cut into sixty slots that
 * get one each as well. A block is a minute as in the trace when traffic is dense enough, else up
 * to fifteen minutes, so that thin traffic comes in clumps too. Memory does not grow with the
 * number of requests: block weights are drawn anew from the seed whenever they are needed.
 */
public final class Arrivals {

  /** Returned after the last arrival. */
  public static final long NONE = Long.MAX_VALUE;

  private static final int SLOTS = 60;
  private static final int[] BLOCK_MINUTES = {1, 2, 3, 5, 10, 15};
  private static final double DENSE_ENOUGH = 10;
  private static final long MICROS = 1_000_000;
  private static final long STEP_MICROS = 100;

  private final long burstSeed;
  private final long startSecond;
  private final long requests;
  private final int blockSeconds;
  private final long blocks;
  private final double totalWeight;
  private final Draws draws;
  private final double[] slotEnds = new double[SLOTS];

  private long block = -1;
  private double weightSoFar;
  private long givenBefore;
  private long inBlock;
  private long indexInBlock;

  /**
   * Prepares a stream.
   *
   * @param burstSeed instances that share it have their bursts at the same time
   * @param seed where inside the slots the requests fall
   * @param startSecond first second, epoch
   * @param days length, at least 1
   * @param requests how many arrivals in all, 0 or more
   */
  public Arrivals(long burstSeed, long seed, long startSecond, int days, long requests) {
    this.burstSeed = burstSeed;
    this.startSecond = startSecond;
    this.requests = requests;
    this.draws = new Draws(seed);
    long minutes = days * 1440L;
    int length = BLOCK_MINUTES[BLOCK_MINUTES.length - 1];
    for (int candidate : BLOCK_MINUTES) {
      if (requests * (double) candidate / minutes >= DENSE_ENOUGH) {
        length = candidate;
        break;
      }
    }
    this.blockSeconds = length * 60;
    this.blocks = minutes / length;
    double total = 0;
    for (long b = 0; b < blocks; b++) {
      total += weight(b);
    }
    this.totalWeight = total;
  }

  /**
   * Returns the next arrival in epoch microseconds, a multiple of 100; {@link #NONE} at the end.
   */
  public long next() {
    while (indexInBlock == inBlock) {
      if (block + 1 == blocks) {
        return NONE;
      }
      openBlock(block + 1);
    }
    double share = (indexInBlock + draws.unit()) / inBlock;
    indexInBlock++;
    double second = startSecond + (double) block * blockSeconds + position(share);
    return ((long) (second * MICROS)) / STEP_MICROS * STEP_MICROS;
  }

  private void openBlock(long next) {
    block = next;
    weightSoFar += weight(block);
    long givenAfter =
        block + 1 == blocks ? requests : (long) (requests * (weightSoFar / totalWeight));
    inBlock = givenAfter - givenBefore;
    givenBefore = givenAfter;
    indexInBlock = 0;
    Draws slots = new Draws(Draws.seed(burstSeed, ~block));
    // The trace's busy minutes are smoother inside than its mean minute.
    double ragged = burst(block) > 1 ? 0.8 : 1;
    double sum = 0;
    for (int i = 0; i < SLOTS; i++) {
      sum += 1 + ragged * (TraceShape.SECOND.at(slots.unit()) - 1);
      slotEnds[i] = sum;
    }
  }

  private double weight(long b) {
    return burst(b) * Rhythm.at(startSecond + b * blockSeconds + blockSeconds / 2);
  }

  private double burst(long b) {
    return TraceShape.MINUTE.at(new Draws(Draws.seed(burstSeed, b)).unit());
  }

  /** Returns the second within the block before which the given share of its requests comes. */
  private double position(double share) {
    double wanted = share * slotEnds[SLOTS - 1];
    int slot = 0;
    while (slot < SLOTS - 1 && slotEnds[slot] <= wanted) {
      slot++;
    }
    double before = slot == 0 ? 0 : slotEnds[slot - 1];
    double width = slotEnds[slot] - before;
    double within = width > 0 ? (wanted - before) / width : 0;
    return (slot + Math.min(within, 0.9999)) * blockSeconds / SLOTS;
  }
}
