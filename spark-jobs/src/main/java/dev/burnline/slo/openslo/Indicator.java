package dev.burnline.slo.openslo;

import dev.burnline.scan.LogField;
import dev.burnline.slo.where.Where;

/** What an SLO measures. */
sealed interface Indicator {

  /** Good events among valid ones. */
  record Ratio(Where good, Where total) implements Indicator {}

  /** A number that an objective compares with its value. */
  record Threshold(LogField value, Where where) implements Indicator {}

  /** Measured by another system; Burnline reads it and leaves it alone. */
  record Foreign(String sourceType) implements Indicator {}
}
