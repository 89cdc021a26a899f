package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One boot of a server in one minute: what its heartbeats say it has finished, and how many
 * finished requests stand in the log. The two tell whether requests never reached the log.
 */
public final class BootMinute implements Row, Serializable {

  private static final long serialVersionUID = 1L;

  private final String bootId;
  private final int minute;
  private long finishes;
  private long leastTotal;
  private long mostTotal;

  BootMinute(String bootId, int minute) {
    this(bootId, minute, 0, Long.MAX_VALUE, -1);
  }

  /**
   * Creates a minute from its figures.
   *
   * @param minute since 1970 UTC
   * @param finishes finished requests logged
   * @param leastTotal lowest {@code finished_total} of a heartbeat; {@link Long#MAX_VALUE} without
   *     one
   * @param mostTotal highest one; -1 without one
   */
  public BootMinute(String bootId, int minute, long finishes, long leastTotal, long mostTotal) {
    this.bootId = requireNonNull(bootId, "bootId is null");
    this.minute = minute;
    this.finishes = finishes;
    this.leastTotal = leastTotal;
    this.mostTotal = mostTotal;
  }

  void addFinish() {
    finishes++;
  }

  void addHeartbeat(long finishedTotal) {
    leastTotal = Math.min(leastTotal, finishedTotal);
    mostTotal = Math.max(mostTotal, finishedTotal);
  }

  @Override
  public void add(Row other) {
    if (!(other instanceof BootMinute more)
        || more.minute != minute
        || !more.bootId.equals(bootId)) {
      throw unlike(other);
    }
    finishes += more.finishes;
    leastTotal = Math.min(leastTotal, more.leastTotal);
    mostTotal = Math.max(mostTotal, more.mostTotal);
  }

  @Override
  public String service() {
    return "";
  }

  @Override
  public String part() {
    return bootId;
  }

  /** Returns the boot. */
  public String bootId() {
    return bootId;
  }

  @Override
  public int minute() {
    return minute;
  }

  /** Returns the finished requests logged. */
  public long finishes() {
    return finishes;
  }

  /** Returns whether there is a heartbeat. */
  public boolean hasHeartbeat() {
    return mostTotal >= 0;
  }

  /** Returns the lowest total that a heartbeat tells of; {@link Long#MAX_VALUE} without one. */
  public long leastTotal() {
    return leastTotal;
  }

  /** Returns the highest total that a heartbeat tells of; -1 without one. */
  public long mostTotal() {
    return mostTotal;
  }
}
