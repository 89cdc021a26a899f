package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of some requests whose lines are gone: some texts, and how numbers were spread. */
public interface KnownRequests {

  /** Returns how many they are. */
  long count();

  /** Returns the one value that all have in a text field; empty where that is not known. */
  Optional<KnownText> text(LogField field);

  /** Returns how many carry a number in these limits; empty where nothing is known of the field. */
  Optional<CountBounds> within(LogField field, NumberRange range);

  /** A text that is known, or known to be absent. */
  record KnownText(@Nullable String value) {}
}
