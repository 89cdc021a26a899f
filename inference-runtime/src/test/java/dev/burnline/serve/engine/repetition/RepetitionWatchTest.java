package dev.burnline.serve.engine.repetition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionWatchTest {

  private static final RepetitionRule RULE = RepetitionRule.forContext(131_072);

  @Test
  void endsARowThatIsSaidAgainAndAgain() {
    String loop = "Wait, let me check that again. So the answer is 42. ";
    String before = "The sum is 40 and 2!";
    int needed = Math.max(400, 6 * loop.length());

    assertThat(endsAt(before + loop.repeat(100), RULE)).isEqualTo(before.length() + needed);
    assertThat(endsAt("a".repeat(1000), RULE)).isEqualTo(400);
    assertThat(endsAt(loop.repeat(6).substring(1), RULE)).isEqualTo(-1);
  }

  @Test
  void leavesListsAndTablesAlone() {
    String counting =
        IntStream.rangeClosed(1, 2000).mapToObj(i -> i + "\n").collect(Collectors.joining());
    String table =
        IntStream.range(0, 500)
            .mapToObj(i -> "| row %d | %d | %d |%n".formatted(i, i * 7 % 100, i * i % 97))
            .collect(Collectors.joining());
    String json =
        IntStream.range(0, 300)
            .mapToObj(i -> "{\"id\": %d, \"done\": false, \"tags\": []},%n".formatted(i))
            .collect(Collectors.joining());
    String identity =
        IntStream.range(0, 32)
            .mapToObj(i -> "0 ".repeat(i) + "1 " + "0 ".repeat(31 - i) + "\n")
            .collect(Collectors.joining());
    String rule = "=".repeat(120) + "\n" + "-".repeat(120) + "\n";
    String sameRows = "| 0 | 0 | 0 | 0 | 0 | 0 |\n".repeat(15);

    for (String text : new String[] {counting, table, json, identity, rule, sameRows}) {
      assertThat(endsAt(text, RULE)).as(text.substring(0, 40)).isEqualTo(-1);
    }
  }

  @Test
  void isWhatTheRuleSaysOnRandomRows() {
    Random random = new Random(5);
    for (int round = 0; round < 1000; round++) {
      RepetitionRule rule =
          new RepetitionRule(2 + random.nextInt(8), 2 + random.nextInt(3), 1 + random.nextInt(6));
      int[] row = random.ints(40, 0, 2).toArray();
      RepetitionWatch watch = new RepetitionWatch(rule);
      for (int i = 0; i < row.length; i++) {
        assertThat(watch.add(row[i])).as("%s after %d", rule, i).isEqualTo(naive(row, i + 1, rule));
      }
    }
  }

  private static boolean naive(int[] row, int size, RepetitionRule rule) {
    for (int period = 1; period <= rule.longestPeriod(); period++) {
      int length = Math.max(rule.fewestTokens(), rule.fewestRepeats() * period);
      boolean same = length <= size;
      for (int i = size - length + period; same && i < size; i++) {
        same = row[i] == row[i - period];
      }
      if (same) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theRatioIsTheShareOfRowsOfFourThatWereThereBefore() {
    assertThat(ratio("")).isZero();
    assertThat(ratio("aaaa")).isZero();
    assertThat(ratio("aaaaa")).isEqualTo(0.5);
    assertThat(ratio("abcdabcd")).as("5 rows, the last is the first").isEqualTo(0.2);
    assertThat(ratio("abcdefghij")).isZero();
    assertThat(ratio("a".repeat(1003))).isCloseTo(0.999, within(1e-9));
  }

  @Test
  void smallerContextsAreWatchedMoreClosely() {
    assertThat(RepetitionRule.forContext(131_072)).isEqualTo(new RepetitionRule(400, 6, 512));
    assertThat(RepetitionRule.forContext(1024)).isEqualTo(new RepetitionRule(128, 6, 512));
    assertThat(RepetitionRule.forContext(16)).isEqualTo(new RepetitionRule(64, 6, 512));
    assertThatThrownBy(() -> new RepetitionRule(400, 1, 512))
        .hasMessage("fewestRepeats must be at least 2, got 1");
  }

  private static double ratio(String text) {
    RepetitionWatch watch = new RepetitionWatch(RULE);
    text.chars().forEach(watch::add);
    return watch.ratio();
  }

  private static int endsAt(String text, RepetitionRule rule) {
    RepetitionWatch watch = new RepetitionWatch(rule);
    for (int i = 0; i < text.length(); i++) {
      if (watch.add(text.charAt(i))) {
        return i + 1;
      }
    }
    return -1;
  }
}
