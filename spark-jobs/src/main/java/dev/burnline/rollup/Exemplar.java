package dev.burnline.rollup;

import java.io.Serializable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One request kept as an example.
 *
 * @param requestId at most {@value #LONGEST_ID} UTF-16 units; null where the line has none
 * @param durationMs NaN where the line has none, as the other numbers
 */
public record Exemplar(
    @Nullable String requestId,
    long epochMillis,
    double durationMs,
    double inputTokens,
    double outputTokens)
    implements Serializable {

  static final int LONGEST_ID = 200;

  /** Earliest first; ties by request id. */
  public static final Comparator<Exemplar> EARLIEST =
      Comparator.comparingLong(Exemplar::epochMillis)
          .thenComparing(Exemplar::requestId, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** Slowest first; ties by time, then by request id. */
  public static final Comparator<Exemplar> SLOWEST =
      Comparator.comparingDouble(Exemplar::durationMs).reversed().thenComparing(EARLIEST);

  public Exemplar {
    if (requestId != null && requestId.length() > LONGEST_ID) {
      int end = Character.isHighSurrogate(requestId.charAt(LONGEST_ID - 1)) ? 1 : 0;
      requestId = requestId.substring(0, LONGEST_ID - end);
    }
  }
}
