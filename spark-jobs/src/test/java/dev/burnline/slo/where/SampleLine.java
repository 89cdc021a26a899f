package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request line that carries exactly the fields it was given. */
final class SampleLine implements RequestLine {

  private final Map<LogField, Object> values = new EnumMap<>(LogField.class);

  static SampleLine empty() {
    return new SampleLine();
  }

  SampleLine with(LogField field, String text) {
    values.put(field, text);
    return this;
  }

  SampleLine with(LogField field, double number) {
    values.put(field, number);
    return this;
  }

  @Nullable Object value(LogField field) {
    return values.get(field);
  }

  @Override
  public @Nullable String text(LogField field) {
    return (String) values.get(field);
  }

  @Override
  public double number(LogField field) {
    Object value = values.get(field);
    return value == null ? Double.NaN : (double) value;
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
