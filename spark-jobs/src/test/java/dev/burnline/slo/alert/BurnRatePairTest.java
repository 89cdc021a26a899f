package dev.burnline.slo.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BurnRatePairTest {

  private static List<String> factors(int days) {
    Duration window = Duration.ofDays(days);
    return BurnRatePair.forWindow(window).stream()
        .map(pair -> pair.factor(window).setScale(4, RoundingMode.HALF_UP).toString())
        .toList();
  }

  @Test
  void factorsFollowFromShareWindowAndLookback() {
    assertThat(factors(30)).containsExactly("14.4000", "6.0000", "3.0000", "1.0000");
    assertThat(factors(28)).containsExactly("13.4400", "5.6000", "2.8000", "0.9333");
    assertThat(factors(7)).containsExactly("13.4400", "3.5000", "1.4000", "0.9800");
    assertThat(factors(8)).containsExactly("3.8400", "1.6000", "0.8000", "0.2667");
  }

  @Test
  void aPairIsUnreachableWhenNotEvenAnOutageBurnsFastEnough() {
    Duration month = Duration.ofDays(30);
    BurnRatePair fastPage = BurnRatePair.forWindow(month).get(0);

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
