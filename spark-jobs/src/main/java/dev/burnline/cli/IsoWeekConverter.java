package dev.burnline.cli;

import dev.burnline.evaluate.IsoWeek;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an ISO week. */
final class IsoWeekConverter implements ITypeConverter<IsoWeek> {

  @Override
  public IsoWeek convert(String value) {
    IsoWeek week =
        IsoWeek.parse(value)
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "'%s' is not an ISO week like 2026-W47".formatted(value)));
    DateConverter.requireKnown(value, week.monday());
    return week;
  }
}
