package dev.burnline.cli;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a zone; everything that is UTC becomes {@code UTC}. */
final class ZoneConverter implements ITypeConverter<ZoneId> {

  /** Civil days of every zone in use begin at a quarter of an hour, and figures are kept by it. */
  private static final int QUARTER_SECONDS = 900;

  @Override
  public ZoneId convert(String value) {
    ZoneId zone = parsed(value);
    if (zone.normalized() instanceof ZoneOffset offset
        && offset.getTotalSeconds() % QUARTER_SECONDS != 0) {
      throw new TypeConversionException(
          "'%s' is no zone: offsets are multiples of 15 minutes".formatted(value));
    }
    return zone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
  }

  private static ZoneId parsed(String value) {
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'%s' is not a zone like Europe/Berlin or +05:45".formatted(value));
    }
  }
}
