package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended.
 *
 * @param status {@code success} or anything else
 * @param errorType null where the line names none
 * @param finishReason null where the line names none
 */
public record Outcome(String status, @Nullable String errorType, @Nullable String finishReason)
    implements Comparable<Outcome>, Serializable {

  private static final Comparator<Outcome> ORDER =
      Comparator.comparing(Outcome::status)
          .thenComparing(Outcome::errorType, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Outcome::finishReason, Comparator.nullsFirst(Comparator.naturalOrder()));

  public Outcome {
    requireNonNull(status, "status is null");
  }

  /** Returns whether the request was answered as it should be. */
  public boolean isSuccess() {
    return status.equals("success");
  }

  @Override
  public int compareTo(Outcome other) {
    return ORDER.compare(this, other);
  }
}
