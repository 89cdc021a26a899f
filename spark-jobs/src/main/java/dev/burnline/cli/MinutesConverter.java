package dev.burnline.cli;

import dev.burnline.slo.DurationShorthand;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time in whole minutes, up to a year. */
final class MinutesConverter implements ITypeConverter<Duration> {

  private static final Duration LONGEST = Duration.ofDays(366);

  @Override
  public Duration convert(String value) {
    return DurationShorthand.parse(value)
        .flatMap(DurationShorthand::fixedLength)
        .filter(length -> length.compareTo(LONGEST) <= 0)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not a length of time like 15m, 2h or 7d, up to 366d"
                        .formatted(value)));
  }
}
