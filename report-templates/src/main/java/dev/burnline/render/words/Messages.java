package dev.burnline.render.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** The messages of one language; {@code {0}} stands for the first argument. */
final class Messages {

  private final String language;
  private final Properties texts;

  private Messages(String language, Properties texts) {
    this.language = language;
    this.texts = texts;
  }

  /** Chinese for every Chinese locale, else English. */
  static Messages of(Locale locale) {
    String language = locale.getLanguage().equals("zh") ? "zh-CN" : "en";
    String name = "/dev/burnline/render/messages_" + language + ".properties";
    var texts = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource %s is missing".formatted(name));
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("resource %s cannot be read".formatted(name), e);
    }
    return new Messages(language, texts);
  }

  String language() {
    return language;
  }

  boolean has(String key) {
    return texts.containsKey(key);
  }

  String say(String key, Object... arguments) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException(
          "message '%s' is missing in language %s".formatted(key, language));
    }
    if (arguments.length == 0) {
      return text;
    }
    var said = new StringBuilder(text.length() + 32);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPlace = c == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}';
      int place = isPlace ? text.charAt(i + 1) - '0' : -1;
      if (place >= 0 && place < arguments.length) {
        said.append(arguments[place]);
        i += 2;
      } else {
        said.append(c);
      }
    }
    return said.toString();
  }
}
