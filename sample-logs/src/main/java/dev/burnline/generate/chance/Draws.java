package dev.burnline.generate.chance;

/**
 * A stream of pseudo-random draws: SplitMix64, whose output is fixed by its published constants and
 * not by a Java version. Not for secrets.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea, Flood: Fast splittable
 *     pseudorandom number generators, OOPSLA 2014</a>
 */
public final class Draws {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  /** Starts a stream; equal seeds give equal streams. */
  public Draws(long seed) {
    this.state = seed;
  }

  /** Returns a seed that depends on both parts, so that streams of neighbours are unrelated. */
  public static long seed(long parent, long child) {
    return scramble(scramble(parent + GAMMA) ^ (child * GAMMA + 0x632BE59BD9B4E019L));
  }

  /** Returns a seed that depends on the parent and on every character of the name. */
  public static long seed(long parent, String name) {
    long seed = seed(parent, name.length());
    for (int i = 0; i < name.length(); i++) {
      seed = seed(seed, name.charAt(i));
    }
    return seed;
  }

  /** Restarts this stream at another seed. */
  public void restart(long seed) {
    state = seed;
  }

  /** Returns 64 uniform bits. */
  public long bits() {
    state += GAMMA;
    return scramble(state);
  }

  /** Returns a uniform number in [0, 1). */
  public double unit() {
    return (bits() >>> 11) * UNIT;
  }

  /** Returns a uniform number in [low, high). */
  public double between(double low, double high) {
    return low + (high - low) * unit();
  }

  /** Returns a uniform integer in [0, bound); {@code bound} is at least 1. */
  public int below(int bound) {
    return (int) Math.multiplyHigh(bits() >>> 1, (long) bound << 1);
  }

  /** Returns true with the given probability; 0 or less never, 1 or more always. */
  public boolean chance(double probability) {
    return unit() < probability;
  }

  /** Returns a bell-shaped draw of mean 0 and standard deviation 1, within ±3.5. */
  public double bell() {
    // The sum of four uniforms has variance 1/3; good enough for jitter, and free of logarithms.
    return (unit() + unit() + unit() + unit() - 2) * 1.7320508075688772;
  }

  private static long scramble(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
