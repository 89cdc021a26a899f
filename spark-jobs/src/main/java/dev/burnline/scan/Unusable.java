package dev.burnline.scan;

import java.util.Locale;

/**
 * Why a line cannot be used, in the order in which a scan checks: the first that applies counts.
 * The key in reports is the constant's name in lower case.
 */
public enum Unusable {
  /** More than {@link LineReader#MAX_LINE_BYTES} without a line end. */
  TOO_LONG,
  /** Contains a byte 0, as a log that was truncated under its writer does. */
  NUL_BYTES,
  /** Not strictly UTF-8. */
  INVALID_UTF8,
  /** Not one complete JSON value, or something after it. */
  BROKEN_JSON,
  /** JSON, but not an object. */
  NOT_AN_OBJECT,
  /** No {@code timestamp}, or JSON null. */
  NO_TIMESTAMP,
  /** A {@code timestamp} that {@link Timestamps} cannot read. */
  BAD_TIMESTAMP,
  /** A {@code duration_ms} that is negative or not finite. */
  BAD_DURATION;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** Returns the name in reports. */
  public String key() {
    return key;
  }
}
