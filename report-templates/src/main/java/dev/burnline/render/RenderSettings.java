package dev.burnline.render;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * How reports are rendered.
 *
 * @param locale language of page and mail: Chinese for every Chinese locale, else English
 * @param from address of the mail's sender; its domain is also that of Message-ID and List-Id
 * @param to addresses of the mail's readers; empty writes {@code undisclosed-recipients:;}
 */
public record RenderSettings(Locale locale, String from, List<String> to) {

  public RenderSettings {
    requireNonNull(locale, "locale is null");
    requireNonNull(from, "from is null");
    to = List.copyOf(to);
  }

  /** English, from {@code Burnline <burnline@localhost>}, to nobody in particular. */
  public static RenderSettings defaults() {
    return new RenderSettings(Locale.ENGLISH, "Burnline <burnline@localhost>", List.of());
  }

  /** The same in another language. */
  public RenderSettings in(Locale other) {
    return new RenderSettings(other, from, to);
  }
}
