package dev.burnline.generate.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PromptsTest {

  private final Prompts prompts = new Prompts();

  @Test
  void at_least_ten_kinds_occur_each_in_two_languages() {
    Map<String, Integer> english = new TreeMap<>();
    Map<String, Integer> chinese = new TreeMap<>();
    for (int seed = 0; seed < 20_000; seed++) {
      Prompt prompt = prompts.prompt(seed, 200, seed, 0);
      boolean han =
          prompt
              .truncated()
              .codePoints()
              .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
      (han ? chinese : english).merge(prompt.kind(), 1, Integer::sum);
    }

    assertThat(english).hasSizeGreaterThan(10).containsKeys("translation", "sql", "hostile");
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
    assertThat(english.values()).allMatch(count -> count > 200);
  }

  @Test
  void texts_are_cut_after_two_hundred_code_points_and_never_within_a_character() {
    for (int seed = 0; seed < 5_000; seed++) {
      Prompt prompt = prompts.prompt(seed, 1 + seed % 400, seed, 1 + seed % 300);
      int shown = prompt.truncated().codePointCount(0, prompt.truncated().length());

      if (prompt.chars() > 200) {
        assertThat(shown).isEqualTo(203);
        assertThat(prompt.truncated()).endsWith("...");
      } else {
        assertThat(shown).isEqualTo(prompt.chars());
      }
      assertThat(prompt.response().codePointCount(0, prompt.response().length())).isBetween(1, 203);
      assertThat(prompt.truncated() + prompt.response())
          .doesNotContainPattern("[\\ud800-\\udbff](?![\\udc00-\\udfff])");
    }
  }

  @Test
  void a_repeated_seed_asks_the_same_and_an_answer_has_a_seed_of_its_own() {
    Prompt first = prompts.prompt(5, 100, 1, 80);
    Prompt again = prompts.prompt(5, 100, 2, 80);

    assertThat(again.truncated()).isEqualTo(first.truncated());
    assertThat(again.response()).isNotEqualTo(first.response());
    assertThat(prompts.prompt(5, 100, 1, 0).response()).isEmpty();
  }

  @Test
  void hostile_prompts_try_everything_that_a_report_must_not_obey() {
    StringBuilder all = new StringBuilder();
    for (int seed = 0; seed < 20_000; seed++) {
      Prompt prompt = prompts.prompt(seed, 400, seed, 0);
      if (prompt.kind().equals("hostile")) {
        all.append(prompt.truncated()).append('\n');
      }
    }

    assertThat(all)
        .contains("<script>", "=HYPERLINK(", "${7*7}", "<#assign", "\u202E", "\0", "\r\nBcc:")
        .contains("'; DROP TABLE", "👩‍👩‍👧‍👦", "\u2028", "javascript:alert");
  }
}
