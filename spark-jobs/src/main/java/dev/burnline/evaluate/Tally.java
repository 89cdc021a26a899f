package dev.burnline.evaluate;

import java.io.Serializable;

/** A state that rollups add up to, of one service or of the log. */
public sealed interface Tally extends Serializable permits ServiceTally, LogTally {

  /** Returns the service, empty for the log's own tally. */
  String key();

  /**
   * Adds a tally with the same key and returns the sum; neither may be used on its own afterwards.
   */
  Tally merge(Tally other);
}
