package dev.burnline.serve.demo.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.demo.text.Sum.Sign;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeldOutTest {

  @Test
  void aboutOneSumInTenIsHeldOut() {
    assertThat(HeldOut.sums()).hasSizeBetween(1900, 2100).doesNotHaveDuplicates();
  }

  @Test
  void orderAndSignOfAPairDoNotMatter() {
    assertThat(HeldOut.sums())
        .allSatisfy(
            sum -> {
              Sign other = sum.sign() == Sign.PLUS ? Sign.MINUS : Sign.PLUS;
              Sum turned = new Sum(sum.left(), other, sum.right());
              assertThat(HeldOut.contains(sum.swapped())).isTrue();
              assertThat(HeldOut.contains(turned)).isTrue();
            });
  }

  @Test
  void theSumsWithinLongerSumsAreNotHeldOut() {
    assertThat(HeldOut.sums()).allMatch(sum -> Math.max(sum.left(), sum.right()) >= 10);
  }

  @Test
  void trainingNeverDrawsThem() {
    Random random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      assertThat(HeldOut.contains(SumQuestions.drawn(random))).isFalse();
    }
  }

  @Test
  void noKnownQuestionTellsOne() {
    assertThat(KnownQuestions.all())
        .allSatisfy(
            each ->
                assertThat(each.question() + each.reasoning())
                    .doesNotContainPattern("[0-9]+ ?[+-]"));
  }
}
