package dev.burnline.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.scan.Unusable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContinuityTest {

  @Test
  void unusable_lines_at_the_start_wait_for_the_first_usable_one() {
    Continuity start = leading(2);
    assertThat(start.placedLeading()).isEmpty();

    start.usableLineAt(500);

    assertThat(start.placedLeading())
        .hasValueSatisfying(
            placed -> {
              assertThat(placed.minute()).isEqualTo(500);
              assertThat(placed.unusable()).isEqualTo(Map.of(Unusable.BROKEN_JSON, 2L));
            });
  }

  @Test
  void unusable_lines_behind_a_border_go_to_the_last_minute_before_it() {
    Continuity first = new Continuity();
    first.usableLineAt(500);
    first.usableLineAt(498);
    Continuity next = leading(3);
    next.usableLineAt(700);

    assertThat(first.append(next))
        .hasValueSatisfying(
            placed -> {
              assertThat(placed.minute()).isEqualTo(498);
              assertThat(placed.lines()).isEqualTo(3);
            });
    assertThat(first.placedLeading()).isEmpty();
    assertThat(first.firstMinute()).isEqualTo(500);
    assertThat(first.lastMinute()).isEqualTo(700);
  }

  @Test
  void a_stretch_without_a_usable_line_passes_its_lines_on() {
    Continuity first = leading(2);
    assertThat(first.append(leading(1))).isEmpty();
    Continuity last = leading(4);
    last.usableLineAt(900);

    assertThat(first.append(last)).isEmpty();
    assertThat(first.placedLeading())
        .hasValueSatisfying(
            placed -> {
              assertThat(placed.minute()).isEqualTo(900);
              assertThat(placed.lines()).isEqualTo(7);
            });
  }

  @Test
  void the_first_twenty_samples_are_kept() {
    Continuity first = new Continuity();
    Continuity next = new Continuity();
    for (int i = 0; i < 15; i++) {
      first.sample(i, Unusable.NUL_BYTES);
      next.sample(100 + i, Unusable.TOO_LONG);
    }
    first.append(next);

    assertThat(first.samples()).hasSize(Continuity.MAX_SAMPLES);
    assertThat(first.samples().get(14)).isEqualTo(new UnusableSample(14, Unusable.NUL_BYTES));
    assertThat(first.samples().get(19)).isEqualTo(new UnusableSample(104, Unusable.TOO_LONG));
  }

  private static Continuity leading(int lines) {
    LogMinute leading = new LogMinute(0);
    for (int i = 0; i < lines; i++) {
      leading.addUnusable(Unusable.BROKEN_JSON, 10);
    }
    return new Continuity(new BootSequences(), new RequestPairs(), leading, List.of(), null, null);
  }
}
