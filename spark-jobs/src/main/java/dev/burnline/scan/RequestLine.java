package dev.burnline.scan;

import org.jspecify.annotations.Nullable;

/**
 * A finished request as the kernel sees it. The instance is reused for the next line: read it, do
 * not keep it.
 *
 * <p>The contract's defaults are applied already: {@link LogField#SERVICE} is never absent ({@code
 * unknown}), {@link LogField#STATUS} neither ({@code error} for the levels {@code ERROR} and {@code
 * CRITICAL}, else {@code success}). A value of the wrong JSON type, a negative or non-finite number
 * where the contract has a count or a duration, and JSON {@code null} are all absent.
 */
public interface RequestLine {

  /** Returns the value of a text field; null when it is absent. */
  @Nullable String text(LogField field);

  /**
   * Returns the value of a number field, or 0 or 1 for a flag; {@link Double#NaN} when it is
   * absent.
   */
  double number(LogField field);
}
