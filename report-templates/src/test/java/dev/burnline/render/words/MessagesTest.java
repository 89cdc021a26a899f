package dev.burnline.render.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

  @Test
  void bothLanguagesHaveTheSameMessages() throws IOException {
    assertThat(texts("zh-CN").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(texts("en").stringPropertyNames());
  }

  @Test
  void aTranslationUsesOnlyPlacesThatTheOriginalHas() throws IOException {
    Properties english = texts("en");
    Properties chinese = texts("zh-CN");
    for (String key : english.stringPropertyNames()) {
      assertThat(places(english.getProperty(key)))
          .as(key)
          .containsAll(places(chinese.getProperty(key)));
    }
  }

  @Test
  void placesAreFilledAndTheirTextsAreNotLookedInto() {
    Messages messages = Messages.of(Locale.ENGLISH);

    assertThat(messages.say("complete.unread", "{1}", "gone")).isEqualTo("Not read: {1}: gone");
  }

  @Test
  void everyChineseLocaleGetsChineseAndOthersEnglish() {
    assertThat(Messages.of(Locale.TRADITIONAL_CHINESE).language()).isEqualTo("zh-CN");
    assertThat(Messages.of(Locale.FRANCE).language()).isEqualTo("en");
    assertThat(Messages.of(Locale.ROOT).language()).isEqualTo("en");
  }

  @Test
  void anUnknownMessageIsNamed() {
    assertThatThrownBy(() -> Messages.of(Locale.ENGLISH).say("nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("message 'nothing' is missing in language en");
  }

  private static Set<String> places(String text) {
    var places = new TreeSet<String>();
    Pattern.compile("\\{\\d}").matcher(text).results().map(MatchResult::group).forEach(places::add);
    return places;
  }

  private static Properties texts(String language) throws IOException {
    var texts = new Properties();
    try (var in =
        MessagesTest.class.getResourceAsStream(
            "/dev/burnline/render/messages_" + language + ".properties")) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
