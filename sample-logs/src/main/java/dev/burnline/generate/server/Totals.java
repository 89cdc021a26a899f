package dev.burnline.generate.server;

/** What a heartbeat tells, counted from the start of the process. */
public final class Totals {

  /** Requests that came. */
  public long started;

  /** Requests that ended, refused ones too. */
  public long finished;

  /** Requests that were turned away for lack of room. */
  public long rejected;

  /** Tokens generated so far. */
  public long tokens;

  /** Requests waiting for a slot. */
  public int queueDepth;

  /** Memory of the process, MiB. */
  public long rssMb;

  /** Returns the requests that have come and not ended. */
  public long inFlight() {
    return started - finished;
  }
}
