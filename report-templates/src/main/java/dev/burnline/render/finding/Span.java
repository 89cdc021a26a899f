package dev.burnline.render.finding;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/** A half-open run of whole minutes. */
public record Span(Instant start, Instant end) {

  public Span {
    requireNonNull(start, "start is null");
    requireNonNull(end, "end is null");
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "span must end after its start, got %s to %s".formatted(start, end));
    }
  }

  /** How long it is. */
  public Duration length() {
    return Duration.between(start, end);
  }
}
