package dev.burnline.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an instant that is a whole minute, as alerts are evaluated at. */
final class AtConverter implements ITypeConverter<Instant> {

  private static final int MINUTE_SECONDS = 60;

  @Override
  public Instant convert(String value) {
    Instant instant = parsed(value);
    if (instant.getNano() != 0 || instant.getEpochSecond() % MINUTE_SECONDS != 0) {
      throw new TypeConversionException("'%s' is not a whole minute".formatted(value));
    }
    if (instant.getEpochSecond() <= 0) {
      throw new TypeConversionException("'%s' is not after 1970".formatted(value));
    }
    return instant;
  }

  private static Instant parsed(String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'%s' is not a time like 2026-11-23T07:30Z".formatted(value));
    }
  }
}
