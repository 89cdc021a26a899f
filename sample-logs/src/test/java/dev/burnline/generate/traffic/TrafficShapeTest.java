package dev.burnline.generate.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.burnline.generate.chance.Draws;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Compares with figures of the trace that the tables do not hold themselves. */
class TrafficShapeTest {

  private static final long MONDAY = Instant.parse("2026-11-16T00:00:00Z").getEpochSecond();
  private static final int WEEK = 7;

  @Test
  void exactly_the_asked_number_of_requests_comes_in_order_and_in_time() {
    for (long asked : new long[] {0, 1, 17, 1_000, 250_000}) {
      Arrivals arrivals = new Arrivals(1, 2, MONDAY, WEEK, asked);
      long count = 0;
      long last = MONDAY * 1_000_000;
      for (long at = arrivals.next(); at != Arrivals.NONE; at = arrivals.next()) {
        assertThat(at).isBetween(last, (MONDAY + WEEK * 86_400L) * 1_000_000 - 1);
        assertThat(at % 100).isZero();
        last = at;
        count++;
      }
      assertThat(count).isEqualTo(asked);
    }
  }

  @Test
  void days_have_a_valley_at_night_and_weekends_are_quiet() {
    double[] hours = new double[WEEK * 24];
    Arrivals arrivals = new Arrivals(5, 6, MONDAY, WEEK, 400_000);
    for (long at = arrivals.next(); at != Arrivals.NONE; at = arrivals.next()) {
      hours[(int) ((at / 1_000_000 - MONDAY) / 3600)]++;
    }

    double night = sum(hours, 2, 5);
    double afternoon = sum(hours, 14, 17);
    assertThat(afternoon / night).isBetween(4.5, 9.0);
    double weekdays = Arrays.stream(hours, 0, 5 * 24).sum() / 5;
    double weekend = Arrays.stream(hours, 5 * 24, 7 * 24).sum() / 2;
    assertThat(weekend / weekdays).isCloseTo(0.6, within(0.06));
  }

  @Test
  void minutes_and_seconds_are_as_bursty_as_in_the_trace() {
    // Around noon on working days the rhythm is nearly flat, so what varies is the bursts.
    double[] minutes = new double[5 * 180];
    double[] seconds = new double[5 * 180 * 60];
    Arrivals arrivals = new Arrivals(8, 9, MONDAY, WEEK, 1_500_000);
    for (long at = arrivals.next(); at != Arrivals.NONE; at = arrivals.next()) {
      long second = at / 1_000_000 - MONDAY;
      long day = second / 86_400;
      long inDay = second % 86_400 - 14 * 3600;
      if (day < 5 && inDay >= 0 && inDay < 180 * 60) {
        minutes[(int) (day * 180 + inDay / 60)]++;
        seconds[(int) (day * 180 * 60 + inDay)]++;
      }
    }

    // The trace: 1.04 per minute; per second, over all minutes, 2.27.
    assertThat(variation(minutes)).isCloseTo(1.04, within(0.12));
    assertThat(variation(seconds)).isCloseTo(2.27, within(0.25));
    // One minute in five of the trace is empty.
    double empty = Arrays.stream(minutes).filter(count -> count == 0).count();
    assertThat(empty / minutes.length).isCloseTo(0.2, within(0.05));
  }

  @Test
  void thin_traffic_comes_in_clumps_too() {
    double[] quarters = new double[WEEK * 96];
    Arrivals arrivals = new Arrivals(3, 4, MONDAY, WEEK, 7_000);
    for (long at = arrivals.next(); at != Arrivals.NONE; at = arrivals.next()) {
      quarters[(int) ((at / 1_000_000 - MONDAY) / 900)]++;
    }

    assertThat(variation(quarters)).isGreaterThan(0.9);
  }

  @Test
  void lengths_have_the_tails_of_the_trace() {
    int[] input = sorted(Lengths::inputTokens);
    int[] output = sorted(Lengths::outputTokens);

    // The trace: 95 % / 50 % = 7315 / 1469 for prompts; mean 2 047.8, a quarter of it here.
    assertThat(ratio(input, 0.95)).isCloseTo(4.98, within(0.15));
    assertThat(Arrays.stream(input).average().orElseThrow()).isCloseTo(512, within(15.0));
    // Answers: 95 % / 50 % = 90 / 13, 99 % / 50 % = 252 / 13, longest 1 899.
    assertThat(ratio(output, 0.95)).isCloseTo(6.92, within(0.5));
    assertThat(ratio(output, 0.99)).isCloseTo(19.4, within(1.5));
    assertThat(output[output.length - 1]).isBetween(5 * 1_899, 8 * 1_899);
    assertThat(Arrays.stream(output).average().orElseThrow())
        .isCloseTo(Lengths.MEAN_OUTPUT_TOKENS, within(12.0));
  }

  private static int[] sorted(ToIntFunction<Draws> length) {
    Draws draws = new Draws(11);
    int[] all = new int[200_000];
    Arrays.setAll(all, i -> length.applyAsInt(draws));
    Arrays.sort(all);
    return all;
  }

  private static double ratio(int[] sorted, double share) {
    return (double) sorted[(int) (share * sorted.length)] / sorted[sorted.length / 2];
  }

  private static double sum(double[] hours, int from, int to) {
    double sum = 0;
    for (int day = 0; day < WEEK; day++) {
      for (int hour = from; hour < to; hour++) {
        sum += hours[day * 24 + hour];
      }
    }
    return sum;
  }

  private static double variation(double[] counts) {
    double mean = Arrays.stream(counts).average().orElseThrow();
    double square = Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).average().orElseThrow();
    return Math.sqrt(square) / mean;
  }
}
