package dev.burnline.slo;

import java.util.Locale;

/**
 * What becomes of a slice of time without events, from the service's first request on; {@link
 * #key()} is the name in SLO files.
 */
public enum EmptySlices {
  /** It does not count. */
  EXCLUDED,
  /** It counts as good. */
  GOOD,
  /** It counts as bad. */
  BAD;

  /** Returns the name in the SLO file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
