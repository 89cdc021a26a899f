package dev.burnline.scan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A usable line of any event. The instance is reused for the next line. */
@SuppressWarnings("EnumOrdinal") // slots of this instance, never stored
public final class LogLine implements RequestLine {

  private static final LogField[] FIELDS = LogField.values();

  private final @Nullable String[] texts = new String[FIELDS.length];
  private final double[] numbers = new double[FIELDS.length];
  private long epochMillis;
  private Event event = Event.OTHER;

  LogLine() {}

  void clear() {
    Arrays.fill(texts, null);
    Arrays.fill(numbers, Double.NaN);
  }

  void setText(LogField field, @Nullable String value) {
    texts[field.ordinal()] = value;
  }

  void setNumber(LogField field, double value) {
    numbers[field.ordinal()] = value;
  }

  /** Sets the time and fills in what the contract says of missing fields. */
  void complete(long epochMillis) {
    this.epochMillis = epochMillis;
    this.event = Event.ofKey(text(LogField.EVENT));
    String service = text(LogField.SERVICE);
    if (service == null || service.isEmpty()) {
      setText(LogField.SERVICE, "unknown");
    }
    if (text(LogField.STATUS) == null) {
      String level = text(LogField.LEVEL);
      boolean failed = "ERROR".equals(level) || "CRITICAL".equals(level);
      setText(LogField.STATUS, failed ? "error" : "success");
    }
  }

  @Override
  public @Nullable String text(LogField field) {
    return texts[field.ordinal()];
  }

  @Override
  public double number(LogField field) {
    return numbers[field.ordinal()];
  }

  /** Returns the line's {@code timestamp} in milliseconds since 1970 UTC. */
  public long epochMillis() {
    return epochMillis;
  }

  /** Returns the minute of the line's {@code timestamp} since 1970 UTC. */
  public int epochMinute() {
    return (int) Math.floorDiv(epochMillis, 60_000L);
  }

  /** Returns what the line tells of. */
  public Event event() {
    return event;
  }

  /** Returns the line's service, {@code unknown} where it names none. */
  public String service() {
    String service = text(LogField.SERVICE);
    return service == null ? "unknown" : service;
  }
}
