package dev.burnline.serve.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepWidthTest {

  private final StepWidth width = new StepWidth();

  @Test
  void halvesUntilTheCulpritIsAlone() {
    width.didNotFit(8);
    assertThat(width.width()).isEqualTo(4);
    width.didNotFit(3);
    assertThat(width.width()).isEqualTo(1);
    width.culpritFailed();
    assertThat(width.width()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void doublesAfterAThousandStepsThatWentWell() {
    width.didNotFit(8);
    goWell(999);
    assertThat(width.width()).isEqualTo(4);
    goWell(1);
    assertThat(width.width()).isEqualTo(8);
    goWell(999);
    width.didNotFit(8);
    goWell(999);
    assertThat(width.width()).as("counted anew").isEqualTo(4);
    goWell(40_000);
    assertThat(width.width()).isEqualTo(Integer.MAX_VALUE);
  }

  private void goWell(int steps) {
    for (int i = 0; i < steps; i++) {
      width.wentWell();
    }
  }
}
