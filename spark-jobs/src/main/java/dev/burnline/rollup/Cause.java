package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.io.Serializable;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tells bad events apart in a budget's ledger.
 *
 * @param errorType null where the line names none; at most 200 UTF-16 units, like the model
 * @param model null where the line names none
 */
public record Cause(@Nullable String errorType, @Nullable String model, PromptSize promptSize)
    implements Comparable<Cause>, Serializable {

  /** What {@link #of} reads. */
  static final Set<LogField> FIELDS =
      EnumSet.of(LogField.ERROR_TYPE, LogField.MODEL, LogField.INPUT_TOKENS);

  private static final Comparator<@Nullable String> TEXT =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private static final Comparator<Cause> ORDER =
      Comparator.comparingLong(Cause::hash)
          .thenComparing(Cause::errorType, TEXT)
          .thenComparing(Cause::model, TEXT)
          .thenComparing(Cause::promptSize);

  public Cause {
    requireNonNull(promptSize, "promptSize is null");
  }

  static Cause of(RequestLine line) {
    return new Cause(
        Exemplar.cut(line.text(LogField.ERROR_TYPE)),
        Exemplar.cut(line.text(LogField.MODEL)),
        PromptSize.of(line.number(LogField.INPUT_TOKENS)));
  }

  /** By hash, so that the first ones of many are a sample of them; ties by content. */
  @Override
  public int compareTo(Cause other) {
    return ORDER.compare(this, other);
  }

  private long hash() {
    return StableHash.of(errorType, model, promptSize.name());
  }
}
