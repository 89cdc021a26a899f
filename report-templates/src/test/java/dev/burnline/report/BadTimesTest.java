package dev.burnline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.BadTimes.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BadTimesTest {

  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private final List<Span> minutes = new ArrayList<>();

  @Test
  void neighboursAreJoinedAndTheCoreHoldsMostBadEvents() {
    minute(0, 1, 100);
    minute(10, 40, 100);
    minute(11, 40, 100);
    minute(12, 0, 100);
    minute(50, 19, 100);

    BadTimes times = BadTimes.of(minutes, 0.99, 5);

    assertThat(times.bad()).isEqualTo(100);
    assertThat(times.minutes()).isEqualTo(3);
    assertThat(times.spans()).containsExactly(span(10, 12, 80, 200), span(50, 51, 19, 100));
    assertThat(times.core()).isEqualTo(span(10, 12, 80, 200));
  }

  @Test
  void exactlyWhatTheObjectiveAllowsIsNotBad() {
    minute(0, 1, 1_000);

    BadTimes times = BadTimes.of(minutes, 0.999, 5);

    assertThat(times.minutes()).isZero();
    assertThat(times.spans()).isEmpty();
    assertThat(times.core()).isEqualTo(span(0, 1, 1, 1_000));
  }

  @Test
  void ofManySpansThoseWithTheMostBadEventsStayInOrder() {
    for (int i = 0; i < 50; i++) {
      minute(2 * i, 1 + i % 10, 20);
    }

    BadTimes times = BadTimes.of(minutes, 0.999, 7);

    assertThat(times.minutes()).isEqualTo(50);
    assertThat(times.spans())
        .extracting(Span::start)
        .containsExactly(at(16), at(18), at(36), at(38), at(58), at(78), at(98));
  }

  @Test
  void aSliceOfTimeCountsWithAllItsMinutes() {
    minutes.add(span(0, 5, 1, 1));
    minutes.add(span(5, 10, 1, 1));
    minutes.add(span(10, 15, 0, 1));

    BadTimes times = BadTimes.of(minutes, 0.99, 5);

    assertThat(times.minutes()).isEqualTo(10);
    assertThat(times.spans()).containsExactly(span(0, 10, 2, 2));
    assertThat(times.core()).isEqualTo(span(0, 10, 2, 2));
  }

  @Test
  void withoutEventsNothingWasBad() {
    assertThat(BadTimes.of(List.of(), 0.999, 5)).isEqualTo(new BadTimes(0, 0, List.of(), null));
  }

  private void minute(int at, long bad, long total) {
    minutes.add(BadTimes.minute(at(at), bad, total));
  }

  private static Span span(int from, int to, long bad, long total) {
    return new Span(at(from), at(to), bad, total);
  }

  private static Instant at(int minute) {
    return START.plusSeconds(minute * 60L);
  }
}
