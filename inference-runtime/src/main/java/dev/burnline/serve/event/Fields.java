package dev.burnline.serve.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes the fields of one event. Keys are those of the request log contract. */
public interface Fields {

  /** Writes a text; nothing when it is null. */
  void text(String key, @Nullable String value);

  /** Writes a whole number. */
  void count(String key, long value);

  /** Writes a whole number; nothing when it is null. */
  void optionalCount(String key, @Nullable Long value);

  /** Writes a whole number, or JSON {@code null} when it is null. */
  void countOrNull(String key, @Nullable Long value);

  /** Writes a number; nothing when it is null. */
  void measure(String key, @Nullable Double value);

  /** Writes a number, or JSON {@code null} when it is null. */
  void measureOrNull(String key, @Nullable Double value);

  /** Writes true or false; nothing when it is null. */
  void flag(String key, @Nullable Boolean value);

  /** Writes a time in UTC with milliseconds. */
  void time(String key, Instant value);
}
