package dev.burnline.slo.openslo;

import dev.burnline.slo.DurationShorthand;
import java.util.Optional;

/** Reads durations. */
final class Durations {

  private Durations() {}

  /** Returns the duration; lists a problem when the value is none. */
  static Optional<DurationShorthand> read(Item item) {
    Optional<DurationShorthand> duration = item.written().flatMap(DurationShorthand::parse);
    if (duration.isEmpty() && !item.isMapping() && !item.isList()) {
      item.problem("must be a duration such as 5m, 1h, 30d or 4w");
    }
    return duration;
  }
}
