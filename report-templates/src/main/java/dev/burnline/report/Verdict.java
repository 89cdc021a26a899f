package dev.burnline.report;

/**
 * The answer to "was it good enough?". The worst service wins, in the order of declaration: {@link
 * #NO_DATA} is the worst.
 */
public enum Verdict {
  /** No request in the window. */
  NO_DATA,
  /** More than 1 % of the lines lost or unusable, or a segment could not be read. */
  INCOMPLETE,
  /** Some SLO's indicator over the window is below its objective. */
  MISSED,
  /**
   * All objectives met, but a budget is exhausted, a burn-rate alert holds at the window's end, or
   * exhaustion is forecast within 7 days.
   */
  AT_RISK,
  /** All objectives met and no budget in danger. */
  MET;

  /** Returns the worse of the two. */
  public Verdict worse(Verdict other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
