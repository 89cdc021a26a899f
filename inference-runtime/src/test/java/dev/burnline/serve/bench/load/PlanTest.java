package dev.burnline.serve.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final Prompts PROMPTS = new Prompts.Words(Lengths.parse("20-60"));
  private static final Lengths OUTPUT = Lengths.parse("5");

  @Test
  void gapsAreExponential() {
    long[] at =
        plan(10, 20_000, Duration.ofDays(1), 1).arrivals().stream()
            .mapToLong(Plan.Arrival::atNanos)
            .toArray();
    double[] gaps =
        IntStream.range(1, at.length)
            .mapToDouble(i -> (at[i] - at[i - 1]) / 1e9)
            .sorted()
            .toArray();

    // Mean and deviation of an exponential are the same; its median is ln 2 of the mean.
    double mean = at[at.length - 1] / 1e9 / at.length;
    double square = IntStream.range(0, gaps.length).mapToDouble(i -> gaps[i] * gaps[i]).sum();
    assertThat(mean).isCloseTo(0.1, within(0.003));
    assertThat(Math.sqrt(square / gaps.length - mean * mean)).isCloseTo(0.1, within(0.004));
    assertThat(gaps[gaps.length / 2]).isCloseTo(0.1 * Math.log(2), within(0.003));
  }

  @Test
  void aDurationEndsThePlan() {
    List<Plan.Arrival> arrivals = plan(10, 1_000_000, Duration.ofSeconds(100), 2).arrivals();

    assertThat(arrivals.size()).isBetween(900, 1100);
    assertThat(arrivals.get(arrivals.size() - 1).atNanos())
        .isLessThan(Duration.ofSeconds(100).toNanos());
  }

  @Test
  void equalSeedsGiveEqualPlansAndOthersDoNot() {
    assertThat(plan(10, 50, Duration.ofDays(1), 3)).isEqualTo(plan(10, 50, Duration.ofDays(1), 3));
    assertThat(plan(10, 50, Duration.ofDays(1), 3))
        .isNotEqualTo(plan(10, 50, Duration.ofDays(1), 4));
  }

  @Test
  void promptsHaveTheLengthsAskedFor() {
    assertThat(plan(10, 500, Duration.ofDays(1), 5).arrivals())
        .allSatisfy(
            arrival ->
                assertThat(arrival.question().prompt())
                    .hasSizeBetween(20, 60)
                    .isEqualTo(arrival.question().prompt().strip()));
  }

  @Test
  void aPlanWithoutARequestIsRefused() {
    assertThatThrownBy(() -> plan(0.001, 10, Duration.ofMillis(1), 1))
        .hasMessage("no request falls into the duration; make it longer");
    assertThatThrownBy(() -> plan(0, 10, Duration.ofMillis(1), 1))
        .hasMessage("the rate must be above 0, got 0.0");
  }

  private static Plan plan(double rate, long most, Duration duration, long seed) {
    return Plan.poisson(rate, most, duration, PROMPTS, OUTPUT, seed);
  }
}
