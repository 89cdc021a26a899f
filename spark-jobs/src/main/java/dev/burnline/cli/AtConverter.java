package dev.burnline.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads an ISO time with its offset, floored to the whole minute at which alerts and budgets are
 * evaluated; the years are those of {@link DateConverter}.
 */
final class AtConverter implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String value) {
    Instant instant = parsed(value).truncatedTo(ChronoUnit.MINUTES);
    new DateConverter().convert(instant.atOffset(ZoneOffset.UTC).toLocalDate().toString());
    return instant;
  }

  private static Instant parsed(String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'%s' is not a time like 2026-11-23T07:30Z or 2026-11-23T08:30:00+01:00"
              .formatted(value));
    }
  }
}
