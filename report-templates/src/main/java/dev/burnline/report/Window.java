package dev.burnline.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A half-open span of time, {@code start} included and {@code end} excluded.
 *
 * @param zone the zone whose civil days the window and the heatmap follow
 */
public record Window(Instant start, Instant end, ZoneId zone) {

  public Window {
    requireNonNull(start, "start is null");
    requireNonNull(end, "end is null");
    requireNonNull(zone, "zone is null");
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "window must end after its start, got %s to %s".formatted(start, end));
    }
  }
}
