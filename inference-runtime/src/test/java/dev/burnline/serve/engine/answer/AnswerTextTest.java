package dev.burnline.serve.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.engine.GenerationListener.Part;
import dev.burnline.serve.engine.GenerationRequest.Reasoning;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextTest {

  private static final List<String> PIECES =
      List.of(
          "<think>", "</think>", "\n", "\n\n", "a", "b", "ab", "ba", "<", "</th", " ", "😀", "nk>");

  private static final List<Reasoning> REASONINGS =
      List.of(Reasoning.AS_TEXT, Reasoning.APART, Reasoning.APART_FROM_START);

  /** What came out. */
  private record Seen(String reasoning, String content, boolean stopped) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AS_TEXT          | <think>a</think>b          |                   | <think>a</think>b",
        "APART            | <think>a</think>b          | a                 | b",
        "APART            | <think>~a~</think>~~b      | a~                | b",
        "APART            | ~~<think>~a</think>b~      | a                 | b~",
        "APART            | <think>~~</think>~~b       |                   | b",
        "APART            | <think>a                   | a                 |",
        "APART            | <think>a</thin             | a</thin           |",
        "APART            | <thin                      |                   | <thin",
        "APART            | ~b<think>a</think>         |                   | ~b<think>a</think>",
        "APART            | b</think>c                 |                   | b</think>c",
        "APART            | <think>a</think>b</think>c | a                 | b</think>c",
        "APART            | <think><think>a</think>b   | <think>a          | b",
        "APART_FROM_START | ~a</think>~~b              | a                 | b",
        "APART_FROM_START | <think>~a</think>b         | a                 | b",
        "APART_FROM_START | </think>~~b                |                   | b",
        "APART_FROM_START | a</think>                  | a                 |",
        "APART_FROM_START | ~~                         |                   |",
        "APART_FROM_START | <thi                       | <thi              |",
        "APART_FROM_START | a <b </c </thinker>        | a <b </c </thinker> |"
      })
  void setsTheReasoningApart(
      Reasoning reasoning, String text, String expectedReasoning, String expectedContent) {
    Seen expected = new Seen(unescape(expectedReasoning), unescape(expectedContent), false);
    assertThat(seen(reasoning, List.of(), List.of(unescape(text)))).isEqualTo(expected);
    assertThat(seen(reasoning, List.of(), characters(unescape(text)))).isEqualTo(expected);
  }

  private static String unescape(String text) {
    return text == null ? "" : text.replace('~', '\n');
  }

  @ParameterizedTest
  @CsvSource({
    "one STOP two, STOP, 'one ', true",
    "one STO, STOP, one STO, false",
    "SSTOP, STOP, S, true",
    "STSTOSTOP, STOP, STSTO, true",
    "aab, ab;aab, '', true",
    "abcd, bc;abcd, a, true",
    "xyz, xyz, '', true",
    "abab, abb;ba, a, true"
  })
  void endsBeforeTheFirstStopStringThatIsComplete(
      String text, String stops, String content, boolean stopped) {
    Seen expected = new Seen("", content, stopped);
    List<String> all = List.of(stops.split(";", -1));
    assertThat(seen(Reasoning.AS_TEXT, all, List.of(text))).isEqualTo(expected);
    assertThat(seen(Reasoning.AS_TEXT, all, characters(text))).isEqualTo(expected);
  }

  @Test
  void looksForStopStringsInReasoningAndContentEachForItself() {
    assertThat(seen(Reasoning.APART, List.of("x"), List.of("<think>axb</think>c")))
        .isEqualTo(new Seen("a", "", true));
    assertThat(seen(Reasoning.APART, List.of("ac"), List.of("<think>a</think>c")))
        .as("not across the border")
        .isEqualTo(new Seen("a", "c", false));
    assertThat(
            seen(Reasoning.APART, List.of("\n\n", "think"), List.of("<think>a</think>\n\nc\n\nd")))
        .as("no tag, and no line break that is dropped")
        .isEqualTo(new Seen("a", "c", true));
  }

  @Test
  void waitsForAnOpeningTagBehindAFewSpacesOnly() {
    StringBuilder seen = new StringBuilder();
    AnswerText answer =
        new AnswerText(Reasoning.APART, List.of(), (part, text) -> seen.append(text));
    answer.accept(" ".repeat(16));
    assertThat(seen).isEmpty();
    answer.accept(" ");
    assertThat(seen.toString()).isEqualTo(" ".repeat(17));
  }

  @Test
  void isTheSameForEverySplitAndHoldsBackNoMoreThanItMust() {
    Random random = new Random(3);
    for (int round = 0; round < 4000; round++) {
      String text = random(random, 12);
      List<String> stops = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        stops.add(random(random, 2));
      }
      Reasoning reasoning = REASONINGS.get(random.nextInt(3));
      List<String> split = split(random, text);

      Seen whole = seen(reasoning, stops, List.of(text));
      Seen pieces = seen(reasoning, stops, split);

      assertThat(pieces).as("%s %s %s", reasoning, stops, split).isEqualTo(whole);
      if (reasoning == Reasoning.AS_TEXT) {
        assertThat(whole).isEqualTo(naive(text, stops));
      }
      for (String stop : stops) {
        assertThat(whole.content()).doesNotContain(stop);
        assertThat(whole.reasoning()).doesNotContain(stop);
      }
    }
  }

  private static Seen naive(String text, List<String> stops) {
    for (int end = 1; end <= text.length(); end++) {
      int longest = 0;
      for (String stop : stops) {
        if (text.substring(0, end).endsWith(stop)) {
          longest = Math.max(longest, stop.length());
        }
      }
      if (longest > 0) {
        return new Seen("", text.substring(0, end - longest), true);
      }
    }
    return new Seen("", text, false);
  }

  private static Seen seen(Reasoning reasoning, List<String> stops, List<String> pieces) {
    StringBuilder thought = new StringBuilder();
    StringBuilder content = new StringBuilder();
    AnswerText answer =
        new AnswerText(
            reasoning,
            stops,
            (part, text) -> {
              assertThat(text).isNotEmpty();
              assertThat(part == Part.REASONING && !content.isEmpty()).isFalse();
              (part == Part.REASONING ? thought : content).append(text);
            });
    int longestStop = stops.stream().mapToInt(String::length).max().orElse(1);
    int most = 16 + "</think>".length() + longestStop;
    int dropped = dropped(pieces);
    int taken = 0;
    boolean heldBackTooMuch = false;
    for (String piece : pieces) {
      taken += piece.length();
      boolean stopped = answer.accept(piece);
      int given = thought.length() + content.length();
      heldBackTooMuch |= !stopped && taken - given - dropped > most;
    }
    assertThat(heldBackTooMuch).isFalse();
    boolean stopped = answer.end();
    return new Seen(thought.toString(), content.toString(), stopped);
  }

  /** Tags and line breaks, which may be dropped. */
  private static int dropped(List<String> pieces) {
    String text = String.join("", pieces);
    return text.length() - text.replaceAll("</?think>|\n", "").length();
  }

  private static String random(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static List<String> split(Random random, String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(text.length(), from + random.nextInt(4));
      if (to < text.length() && to > 0 && Character.isLowSurrogate(text.charAt(to))) {
        to++;
      }
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }
}
