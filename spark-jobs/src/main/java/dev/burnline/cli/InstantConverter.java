package dev.burnline.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an ISO time with its offset; the years are those of {@link DateConverter}. */
final class InstantConverter implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String value) {
    Instant instant = parsed(value);
    new DateConverter().convert(instant.atOffset(ZoneOffset.UTC).toLocalDate().toString());
    return instant;
  }

  private static Instant parsed(String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'%s' is not a time like 2026-11-22T14:05Z or 2026-11-22T14:05:00+01:00"
              .formatted(value));
    }
  }
}
