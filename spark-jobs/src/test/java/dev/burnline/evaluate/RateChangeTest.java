package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateChangeTest {

  /** 30 of 2500 are 1.2 %, 2 of 418 are 0.48 %: 1.3 standard errors. */
  @Test
  void more_errors_of_more_requests_are_no_change() {
    assertThat(RateChange.isBeyondChance(30, 2_500, 2, 418)).isFalse();
    assertThat(RateChange.isBeyondChance(500, 50_000, 100, 10_000)).isFalse();
  }

  @Test
  void as_many_errors_of_fewer_requests_are_a_change() {
    assertThat(RateChange.isBeyondChance(50, 1_000, 50, 10_000)).isTrue();
  }

  /** 40 and 20 of 1000: 0.02 over 0.00763 is 2.6; 30 and 20: 0.01 over 0.00698 is 1.4. */
  @Test
  void two_standard_errors_are_the_limit() {
    assertThat(RateChange.isBeyondChance(40, 1_000, 20, 1_000)).isTrue();
    assertThat(RateChange.isBeyondChance(30, 1_000, 20, 1_000)).isFalse();
  }

  @Test
  void a_handful_of_requests_says_nothing() {
    assertThat(RateChange.isBeyondChance(19, 19, 0, 1_000)).isFalse();
    assertThat(RateChange.isBeyondChance(20, 20, 0, 1_000)).isTrue();
    assertThat(RateChange.isBeyondChance(0, 0, 0, 0)).isFalse();
  }
}
