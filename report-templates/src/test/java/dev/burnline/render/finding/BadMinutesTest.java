package dev.burnline.render.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.render.finding.Yardstick.ErrorShare;
import dev.burnline.render.finding.Yardstick.Slow;
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
  void neighboursAreJoinedAndTheCoreHoldsMostErrors() {
    minute(0, 100, 1, 100.0);
    minute(10, 100, 40, 100.0);
    minute(11, 100, 40, 100.0);
    minute(12, 100, 0, 100.0);
    minute(50, 100, 19, 100.0);

    BadMinutes bad = BadMinutes.of(minutes, new ErrorShare(0.01));

    assertThat(bad.minutes()).isEqualTo(3);
    assertThat(bad.spans()).containsExactly(span(10, 12), span(50, 51));
    assertThat(bad.core()).isEqualTo(span(10, 12));
    assertThat(bad.coreShare()).isEqualTo(0.8);
  }

  @Test
  void exactlyWhatTheObjectiveAllowsIsNotBad() {
    minute(0, 100, 1, null);

    BadMinutes bad = BadMinutes.of(minutes, new ErrorShare(0.01));

    assertThat(bad.minutes()).isZero();
    assertThat(bad.spans()).isEmpty();
  }

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
    assertThat(Yardstick.of(SloBuilder.availability().build()))
        .hasValueSatisfying(
            yardstick -> assertThat(yardstick).isEqualTo(new ErrorShare(1 - 0.999)));
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
