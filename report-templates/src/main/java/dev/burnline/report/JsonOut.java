package dev.burnline.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the kinds of values a report is made of.
 *
 * <p>Written by hand over Jackson's generator, because binding the record types by reflection costs
 * a short command a quarter of a second.
 */
final class JsonOut implements AutoCloseable {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private final JsonGenerator json;
  private final DefaultPrettyPrinter printer;

  JsonOut(OutputStream out) throws IOException {
    printer =
        new DefaultPrettyPrinter()
            .withSeparators(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    printer.indentArraysWith(INDENT);
    printer.indentObjectsWith(INDENT);
    json = FACTORY.createGenerator(out).setPrettyPrinter(printer);
  }

  /** Writes the fields of one object. */
  @FunctionalInterface
  interface Fields<T> {
    void write(JsonOut out, T value) throws IOException;
  }

  <T> void object(T value, Fields<T> fields) throws IOException {
    json.writeStartObject();
    fields.write(this, value);
    json.writeEndObject();
  }

  <T> void object(String key, @Nullable T value, Fields<T> fields) throws IOException {
    json.writeFieldName(key);
    if (value == null) {
      json.writeNull();
    } else {
      object(value, fields);
    }
  }

  /** An array of objects that are worth several lines each. */
  <T> void blocks(String key, List<T> values, Fields<T> fields) throws IOException {
    json.writeArrayFieldStart(key);
    for (T value : values) {
      object(value, fields);
    }
    json.writeEndArray();
  }

  /** An array of flat objects, one line each: a table that can be read and compared by line. */
  <T> void rows(String key, List<T> values, Fields<T> fields) throws IOException {
    json.writeArrayFieldStart(key);
    // Set before the object starts, because the printer counts its depth only when it indents.
    printer.indentObjectsWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
    for (T value : values) {
      object(value, fields);
    }
    printer.indentObjectsWith(INDENT);
    json.writeEndArray();
  }

  void text(String key, @Nullable String value) throws IOException {
    json.writeStringField(key, value);
  }

  void texts(String key, List<String> values) throws IOException {
    json.writeArrayFieldStart(key);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  void instant(String key, @Nullable Instant value) throws IOException {
    text(key, value == null ? null : value.toString());
  }

  void whole(String key, @Nullable Long value) throws IOException {
    json.writeFieldName(key);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(value);
    }
  }

  void number(String key, @Nullable Double value) throws IOException {
    json.writeFieldName(key);
    if (value == null) {
      json.writeNull();
    } else if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      throw new IllegalArgumentException("%s must be finite, got %s".formatted(key, value));
    }
  }

  void truth(String key, @Nullable Boolean value) throws IOException {
    json.writeFieldName(key);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeBoolean(value);
    }
  }

  void counts(String key, Map<String, Long> values) throws IOException {
    json.writeObjectFieldStart(key);
    for (var entry : values.entrySet()) {
      json.writeNumberField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  void numbers(String key, Map<String, @Nullable Double> values) throws IOException {
    json.writeObjectFieldStart(key);
    for (var entry : values.entrySet()) {
      number(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
