package dev.burnline.slo.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BurnRatePairTest {

  private static BurnRatePair page(String share) {
    return new BurnRatePair(
        BurnRatePair.Severity.PAGE,
        Duration.ofHours(1),
        Duration.ofMinutes(5),
        new BigDecimal(share));
  }

  private static String factor(String share, int days) {
    return page(share).factor(Duration.ofDays(days)).setScale(4, RoundingMode.HALF_UP).toString();
  }

  @Test
  void theFactorFollowsFromShareWindowAndLookback() {
    assertThat(factor("0.02", 30)).isEqualTo("14.4000");
    assertThat(factor("0.02", 28)).isEqualTo("13.4400");
    assertThat(factor("0.08", 7)).isEqualTo("13.4400");
  }

  @Test
  void aPairIsUnreachableWhenNotEvenAnOutageBurnsFastEnough() {
    Duration month = Duration.ofDays(30);
    BurnRatePair fastPage = page("0.02");

    assertThat(fastPage.isReachable(month, new BigDecimal("0.1"))).isFalse();
    assertThat(fastPage.isReachable(month, new BigDecimal("0.05"))).isTrue();
    // 2 % of 50 days over an hour is a factor of 24; 24 / 24 is just out of reach.
    Duration fifty = Duration.ofDays(50);
    assertThat(fastPage.isReachable(fifty, new BigDecimal("0.041666666667"))).isFalse();
    assertThat(fastPage.isReachable(fifty, new BigDecimal("0.041666666666"))).isTrue();
    // 2 % of 2500 hours over an hour is 50, and 50 * 0.02 is exactly 1.
    assertThat(fastPage.isReachable(Duration.ofHours(2500), new BigDecimal("0.02"))).isFalse();
  }

  @Test
  void aPairIsChecked() {
    Duration hour = Duration.ofHours(1);
    assertThatThrownBy(
            () -> new BurnRatePair(BurnRatePair.Severity.PAGE, hour, hour, BigDecimal.ONE))
        .hasMessage(
            "the short lookback must be at least a minute and below the long one, got PT1H and"
                + " PT1H");
    assertThatThrownBy(
            () ->
                new BurnRatePair(
                    BurnRatePair.Severity.PAGE, hour, Duration.ofMinutes(5), BigDecimal.TEN))
        .hasMessage("budgetShare must be in (0, 1], got 10");
  }
}
