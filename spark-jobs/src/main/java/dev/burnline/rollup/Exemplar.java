package dev.burnline.rollup;

import dev.burnline.scan.LogField;
import dev.burnline.scan.LogLine;
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
    requestId = cut(requestId);
  }

  /** Returns the text, cut where it is too long to be kept. */
  static @Nullable String cut(@Nullable String text) {
    if (text == null || text.length() <= LONGEST_ID) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST_ID - 1)) ? 1 : 0;
    return text.substring(0, LONGEST_ID - end);
  }

  static Exemplar of(LogLine line) {
    return new Exemplar(
        line.text(LogField.REQUEST_ID),
        line.epochMillis(),
        line.number(LogField.DURATION_MS),
        line.number(LogField.INPUT_TOKENS),
        line.number(LogField.OUTPUT_TOKENS));
  }
}
