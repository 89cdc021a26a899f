package dev.burnline.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line with Jackson's streaming parser: checks all of it, keeps only the fields that are
 * asked for. Not thread-safe.
 */
final class LineParser {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // Python's json module writes NaN and Infinity; the line is still worth reading.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          // Only a line's length is limited: whatever fits into it is no error by itself.
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(LineReader.MAX_LINE_BYTES)
                  .maxNumberLength(LineReader.MAX_LINE_BYTES)
                  .maxNameLength(LineReader.MAX_LINE_BYTES)
                  .build())
          .build();

  private final Map<String, LogField> wanted = new HashMap<>();
  private final LogLine line = new LogLine();
  private final Timestamps timestamps = new Timestamps();
  private final TextPool pool = new TextPool();

  private long epochMillis;
  private boolean timeSeen;
  private boolean durationBad;

  LineParser(Set<LogField> fields) {
    for (LogField field : fields) {
      wanted.put(field.key(), field);
    }
  }

  /** The line that the last successful {@link #parse} read. */
  LogLine line() {
    return line;
  }

  /** Reads a line into {@link #line()}; returns why it cannot be used, null when it can. */
  @Nullable Unusable parse(byte[] bytes, int start, int length) {
    if (Utf8.hasNul(bytes, start, length)) {
      return Unusable.NUL_BYTES;
    }
    if (!Utf8.isValid(bytes, start, length)) {
      return Unusable.INVALID_UTF8;
    }
    line.clear();
    timeSeen = false;
    durationBad = false;
    epochMillis = Timestamps.UNREADABLE;
    try (JsonParser json = JSON.createParser(bytes, start, length)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_OBJECT) {
        readObject(json);
      } else {
        json.skipChildren();
      }
      if (first == null || json.nextToken() != null) {
        return Unusable.BROKEN_JSON;
      }
      if (first != JsonToken.START_OBJECT) {
        return Unusable.NOT_AN_OBJECT;
      }
    } catch (JsonProcessingException e) {
      return Unusable.BROKEN_JSON;
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
    if (!timeSeen) {
      return Unusable.NO_TIMESTAMP;
    }
    if (epochMillis == Timestamps.UNREADABLE) {
      return Unusable.BAD_TIMESTAMP;
    }
    if (durationBad) {
      return Unusable.BAD_DURATION;
    }
    line.complete(epochMillis);
    return null;
  }

  private void readObject(JsonParser json) throws IOException {
    String name;
    while ((name = json.nextFieldName()) != null) {
      LogField field = wanted.get(name);
      JsonToken value = json.nextToken();
      if (field == null) {
        json.skipChildren();
      } else if (field == LogField.TIMESTAMP) {
        readTime(json, value);
      } else {
        readValue(json, value, field);
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT) {
      throw new JsonParseException(json, "object is not closed");
    }
  }

  private void readTime(JsonParser json, JsonToken value) throws IOException {
    timeSeen = value != JsonToken.VALUE_NULL;
    epochMillis = Timestamps.UNREADABLE;
    if (value == JsonToken.VALUE_STRING) {
      epochMillis =
          timestamps.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    } else {
      json.skipChildren();
    }
  }

  /** The last of two equal keys wins, so a value of the wrong type also clears an earlier one. */
  private void readValue(JsonParser json, JsonToken value, LogField field) throws IOException {
    switch (field.type()) {
      case TEXT, TIME -> line.setText(field, value == JsonToken.VALUE_STRING ? text(json) : null);
      case NUMBER -> readNumber(json, value, field);
      case FLAG ->
          line.setNumber(
              field,
              value == JsonToken.VALUE_TRUE ? 1 : value == JsonToken.VALUE_FALSE ? 0 : Double.NaN);
    }
    json.skipChildren();
  }

  private void readNumber(JsonParser json, JsonToken value, LogField field) throws IOException {
    boolean isNumber = value == JsonToken.VALUE_NUMBER_INT || value == JsonToken.VALUE_NUMBER_FLOAT;
    double number = isNumber ? json.getDoubleValue() : Double.NaN;
    boolean good = number >= 0 && number < Double.POSITIVE_INFINITY;
    if (field == LogField.DURATION_MS) {
      durationBad = isNumber && !good;
    }
    // -0.0 passes the test above; adding 0 makes it 0.0, which histograms and JSON prefer.
    line.setNumber(field, good ? number + 0.0 : Double.NaN);
  }

  private String text(JsonParser json) throws IOException {
    return pool.text(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
  }
}
