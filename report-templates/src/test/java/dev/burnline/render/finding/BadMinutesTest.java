package dev.burnline.render.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.render.finding.Yardstick.Counted;
import dev.burnline.render.finding.Yardstick.Slow;
import dev.burnline.report.BadTimes;
import dev.burnline.report.ServiceReport.MinuteFigures;
import dev.burnline.report.SloBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BadMinutesTest {

  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private final List<MinuteFigures> minutes = new ArrayList<>();

  @Test
  void slowMinutesAreWeighedByTheirRequests() {
    minute(0, 10, 0, 10_001.0);
    minute(1, 1_000, 0, 9_999.0);
    minute(30, 500, 0, 20_000.0);

    BadMinutes bad = BadMinutes.of(minutes, new Slow("p95", 10_000));

    assertThat(bad.minutes()).isEqualTo(2);
    assertThat(bad.core()).isEqualTo(span(30, 31));
  }

  @Test
  void aMinuteWithoutTheFigureIsNotSlow() {
    minute(0, 10, 10, null);

    BadMinutes bad = BadMinutes.of(minutes, new Slow("p95", 10_000));

    assertThat(bad.core()).isNull();
    assertThat(bad.coreShare()).isZero();
  }

  @Test
  void theYardstickFollowsFromTheObjective() {
    assertThat(Yardstick.of(SloBuilder.latency(10_000).build())).contains(new Slow("p95", 10_000));
    assertThat(Yardstick.of(SloBuilder.firstToken(1_500).build())).isEmpty();
    BadTimes times = BadTimes.of(List.of(BadTimes.minute(START, 1, 2)), 0.999, 5);
    assertThat(Yardstick.of(SloBuilder.withTimes(SloBuilder.availability().build(), times)))
        .contains(new Counted(times));
    assertThat(Yardstick.of(SloBuilder.availability().build())).isEmpty();
  }

  @Test
  void badEventsAreThoseOfTheSloWhateverFailedBeside() {
    minute(600, 100, 5, 100.0);
    minute(1_200, 600, 500, 100.0);
    BadTimes.Span oom = BadTimes.minute(START.plusSeconds(600 * 60L), 5, 100);
    BadTimes.Span clean = BadTimes.minute(START.plusSeconds(1_200 * 60L), 0, 100);
    BadTimes times = BadTimes.of(List.of(oom, clean), 0.999, 5);

    BadMinutes bad = BadMinutes.of(minutes, new Counted(times));

    assertThat(bad.spans()).containsExactly(span(600, 601));
    assertThat(bad.core()).isEqualTo(span(600, 601));
    assertThat(bad.coreShare()).isEqualTo(1);
  }

  private void minute(int at, long requests, long errors, @Nullable Double p95) {
    minutes.add(
        new MinuteFigures(
            START.plusSeconds(at * 60L), requests, errors, p95, p95, p95, p95, requests));
  }

  private static Span span(int from, int to) {
    return new Span(START.plusSeconds(from * 60L), START.plusSeconds(to * 60L));
  }
}
