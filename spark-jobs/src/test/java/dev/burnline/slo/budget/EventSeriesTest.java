package dev.burnline.slo.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventSeriesTest {

  @Test
  void minutesComeInAnyOrderAndMoreThanOnce() {
    EventSeries series =
        EventSeries.builder().add(7, 1, 2).add(-3, 5, 5).add(7, 0, 4).add(8, 0, 0).build();

    assertThat(series.between(7, 8)).isEqualTo(new Events(1, 6));
    assertThat(series.between(-3, 7)).isEqualTo(new Events(5, 5));
    assertThat(series.between(-100, 100)).isEqualTo(new Events(6, 11));
    assertThat(series.between(100, -100)).isEqualTo(new Events(0, 0));
  }

  @Test
  void aBuiltSeriesDoesNotChange() {
    EventSeries.Builder builder = EventSeries.builder().add(1, 1, 1);
    EventSeries series = builder.build();
    builder.add(1, 1, 1);

    assertThat(series.between(1, 2).total()).isEqualTo(1);
    assertThat(builder.build().between(1, 2).total()).isEqualTo(2);
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatThrownBy(() -> EventSeries.builder().add(1, 2, 1))
        .hasMessage("events must have 0 <= good <= total, got good 2 and total 1");
    assertThatThrownBy(() -> EventSeries.builder().add(1, -1, 0))
        .hasMessage("events must have 0 <= good <= total, got good -1 and total 0");
  }

  @Test
  void theShareOfNoEventsIsNoNumber() {
    assertThat(new Events(0, 0).sli()).isNull();
    assertThat(new Events(3, 4).sli()).isEqualTo(0.75);
  }
}
