package dev.burnline.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTableTest {

  private static final Outcome OOM = new Outcome("error", "cuda_oom", null);

  @Test
  void a_bounded_number_of_free_texts_is_kept_and_the_rest_is_added_up() {
    Map<Outcome, Long> counts = counts(tableOf(freeTexts(5_000)));

    assertThat(counts).hasSize(OutcomeTable.MOST + 1);
    assertThat(counts.get(new Outcome("error", "(other)", null)))
        .isEqualTo(5_000L - OutcomeTable.MOST);
    assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(5_000);
  }

  @Test
  void names_of_the_log_contract_are_kept_beside_any_number_of_others() {
    List<Outcome> outcomes = freeTexts(1_000);
    outcomes.addAll(Collections.nCopies(7, OOM));
    outcomes.add(new Outcome("rejected", "overloaded", "abort"));

    assertThat(counts(tableOf(outcomes)))
        .containsEntry(OOM, 7L)
        .containsEntry(new Outcome("rejected", "overloaded", "abort"), 1L);
  }

  @Test
  void a_success_stays_a_success() {
    OutcomeTable table = new OutcomeTable();
    for (int i = 0; i < 500; i++) {
      table.add(one(new Outcome("success", null, "reason " + i)));
    }

    assertThat(table.figures().keySet())
        .hasSize(OutcomeTable.MOST + 1)
        .allMatch(Outcome::isSuccess);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void what_is_kept_does_not_depend_on_how_it_was_added_up(long seed) {
    Random random = new Random(seed);
    List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(50, OOM));
    for (int i = 0; i < 2_000; i++) {
      outcomes.add(new Outcome("error", "type " + random.nextInt(200), random.nextInt(3) + ""));
    }
    Map<Outcome, Long> whole = counts(tableOf(outcomes));

    Collections.shuffle(outcomes, random);
    List<OutcomeTable> parts = new ArrayList<>();
    for (int from = 0; from < outcomes.size(); ) {
      int to = Math.min(outcomes.size(), from + 1 + random.nextInt(300));
      parts.add(new OutcomeTable(new HashMap<>(tableOf(outcomes.subList(from, to)).figures())));
      from = to;
    }
    while (parts.size() > 1) {
      OutcomeTable into = parts.get(random.nextInt(parts.size() - 1));
      into.add(parts.remove(parts.size() - 1).figures());
    }

    assertThat(counts(parts.get(0))).isEqualTo(whole);
  }

  @Test
  void a_long_text_is_cut_and_no_character_in_two() {
    String smile = "\uD83D\uDE42";

    Outcome outcome = new Outcome("x".repeat(10_000), "y".repeat(199) + smile, null);

    assertThat(outcome.status()).hasSize(200);
    assertThat(outcome.errorType()).isEqualTo("y".repeat(199));
  }

  private static List<Outcome> freeTexts(int number) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      outcomes.add(new Outcome("error", "failed for request " + i, null));
    }
    return outcomes;
  }

  private static OutcomeTable tableOf(List<Outcome> outcomes) {
    OutcomeTable table = new OutcomeTable();
    outcomes.forEach(outcome -> table.add(one(outcome)));
    return table;
  }

  private static Map<Outcome, OutcomeFigures> one(Outcome outcome) {
    OutcomeFigures none = new OutcomeFigures();
    return Map.of(
        outcome,
        new OutcomeFigures(
            1, distributions(none), none.pairedTokens(), none.pairedMillis(), none.examples()));
  }

  private static Map<OutcomeFigures.Quantity, Distribution> distributions(OutcomeFigures of) {
    Map<OutcomeFigures.Quantity, Distribution> all = new HashMap<>();
    OutcomeFigures.Quantity.ALL.forEach(quantity -> all.put(quantity, of.of(quantity)));
    return all;
  }

  private static Map<Outcome, Long> counts(OutcomeTable table) {
    Map<Outcome, Long> counts = new HashMap<>();
    table.figures().forEach((outcome, figures) -> counts.put(outcome, figures.requests()));
    return counts;
  }
}
