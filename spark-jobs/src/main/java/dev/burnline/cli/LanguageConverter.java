package dev.burnline.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the tag of a language that reports can be written in. */
final class LanguageConverter implements ITypeConverter<Locale> {

  private static final List<String> LANGUAGES = List.of("en", "zh");

  @Override
  public Locale convert(String value) {
    Locale locale = Locale.forLanguageTag(value.replace('_', '-'));
    if (!LANGUAGES.contains(locale.getLanguage())) {
      throw new TypeConversionException("'%s' is not one of en, zh-CN".formatted(value));
    }
    return locale;
  }
}
