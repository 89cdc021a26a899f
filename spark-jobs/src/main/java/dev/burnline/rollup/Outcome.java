package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended. Texts are cut after {@value #LONGEST_NAME} UTF-16 units.
 *
 * @param status {@code success} or anything else
 * @param errorType null where the line names none
 * @param finishReason null where the line names none
 */
public record Outcome(String status, @Nullable String errorType, @Nullable String finishReason)
    implements Comparable<Outcome>, Serializable {

  /** Stands for names that are too many to be kept. */
  public static final String OTHER = "(other)";

  private static final int LONGEST_NAME = 200;

  /** The names of the log contract. */
  private static final Set<String> STATUSES = Set.of("success", "error", "cancelled", "rejected");

  private static final Set<String> ERROR_TYPES =
      Set.of(
          "validation",
          "malformed_json",
          "context_length",
          "overloaded",
          "queue_timeout",
          "generation_timeout",
          "client_disconnect",
          "cuda_oom",
          "cuda_error",
          "engine_error",
          "shutdown");

  private static final Set<String> FINISH_REASONS =
      Set.of("stop", "length", "abort", "error", "repetition");

  private static final Comparator<Outcome> ORDER =
      Comparator.comparing(Outcome::status)
          .thenComparing(Outcome::errorType, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Outcome::finishReason, Comparator.nullsFirst(Comparator.naturalOrder()));

  public Outcome {
    status = requireNonNull(cut(status), "status is null");
    errorType = cut(errorType);
    finishReason = cut(finishReason);
  }

  private static @Nullable String cut(@Nullable String name) {
    if (name == null || name.length() <= LONGEST_NAME) {
      return name;
    }
    int half = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? 1 : 0;
    return name.substring(0, LONGEST_NAME - half);
  }

  /** Returns the outcome with {@value #OTHER} for every name that the log contract lacks. */
  Outcome withKnownNames() {
    return new Outcome(
        STATUSES.contains(status) ? status : OTHER,
        errorType == null || ERROR_TYPES.contains(errorType) ? errorType : OTHER,
        finishReason == null || FINISH_REASONS.contains(finishReason) ? finishReason : OTHER);
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
