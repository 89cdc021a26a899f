package dev.burnline.serve.requestlog;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.burnline.serve.event.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes fields as members of the JSON object that is open. */
final class JsonFields implements Fields {

  private static final DateTimeFormatter UTC_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final JsonGenerator json;

  JsonFields(JsonGenerator json) {
    this.json = json;
  }

  @Override
  public void text(String key, @Nullable String value) {
    if (value != null) {
      member(key, () -> json.writeString(wellFormed(value)));
    }
  }

  @Override
  public void count(String key, long value) {
    member(key, () -> json.writeNumber(value));
  }

  @Override
  public void optionalCount(String key, @Nullable Long value) {
    if (value != null) {
      count(key, value);
    }
  }

  @Override
  public void countOrNull(String key, @Nullable Long value) {
    if (value == null) {
      member(key, json::writeNull);
    } else {
      count(key, value);
    }
  }

  @Override
  public void measure(String key, @Nullable Double value) {
    if (value != null) {
      member(key, () -> json.writeNumber(value));
    }
  }

  @Override
  public void measureOrNull(String key, @Nullable Double value) {
    if (value == null) {
      member(key, json::writeNull);
    } else {
      measure(key, value);
    }
  }

  @Override
  public void flag(String key, @Nullable Boolean value) {
    if (value != null) {
      member(key, () -> json.writeBoolean(value));
    }
  }

  @Override
  public void time(String key, Instant value) {
    member(key, () -> json.writeString(UTC_MILLIS.format(value)));
  }

  private void member(String key, Value value) {
    try {
      json.writeFieldName(key);
      value.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces half characters, which UTF-8 cannot express. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }

  private interface Value {
    void write() throws IOException;
  }
}
