package dev.burnline.slo.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.alert.BurnRatePair;
import dev.burnline.slo.alert.Pairs;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** 99.9 % over 30 days: a page from more than 1.44 % of an hour on. */
class ConstantFailureTest {

  private static final BurnRatePair HOUR = Pairs.forWindow(Duration.ofDays(30)).get(0);

  /** 2 % of 0.1 % of 30 days. */
  private static final BigDecimal SHARE_MINUTES = new BigDecimal("0.864");

  private static final DurationShorthand TEN_MINUTES = DurationShorthand.parse("10m").orElseThrow();

  private static OptionalLong minutes(BudgetingMethod method, String failing) {
    return new ConstantFailure(method, new BigDecimal(failing)).minutesUntil(HOUR, SHARE_MINUTES);
  }

  @Test
  void theFirstSliceThatMissesItsTargetPages() {
    BudgetingMethod method = new BudgetingMethod.Timeslices(new BigDecimal("0.99"), TEN_MINUTES);

    assertThat(minutes(method, "0.02")).hasValue(10);
    assertThat(minutes(method, "0.010")).isEmpty();
    assertThat(minutes(method, "0.0101")).hasValue(10);
  }

  @Test
  void slicesThatCountByTheirSharePageOnceEnoughOfThemAreDone() {
    BudgetingMethod method = new BudgetingMethod.RatioTimeslices(TEN_MINUTES);

    // k of 6 slices with 2 % each: above 1.44 % with the fifth.
    assertThat(minutes(method, "0.02")).hasValue(50);
    assertThat(minutes(method, "0.0144")).isEmpty();
    assertThat(minutes(method, "1")).hasValue(10);
  }

  @Test
  void aShareAtTheLimitIsNotAboveIt() {
    BudgetingMethod method = new BudgetingMethod.Occurrences();

    assertThat(minutes(method, "0.0144")).isEmpty();
    assertThat(minutes(method, "0.01441")).hasValue(60);
    assertThat(minutes(method, "0")).isEmpty();
  }
}
