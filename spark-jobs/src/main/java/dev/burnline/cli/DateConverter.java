package dev.burnline.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a civil day. */
final class DateConverter implements ITypeConverter<LocalDate> {

  /** Minutes are counted in 32 bits since 1970. */
  private static final int FIRST_YEAR = 1970;

  private static final int LAST_YEAR = 5999;

  @Override
  public LocalDate convert(String value) {
    LocalDate date = parsed(value);
    requireKnown(value, date);
    return date;
  }

  /** Refuses what a person wrote when the day it means cannot be counted in minutes. */
  static void requireKnown(String value, LocalDate date) {
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw new TypeConversionException(
          "'%s' is not within the years %d to %d".formatted(value, FIRST_YEAR, LAST_YEAR));
    }
  }

  private static LocalDate parsed(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'%s' is not a date like 2026-11-22".formatted(value));
    }
  }
}
