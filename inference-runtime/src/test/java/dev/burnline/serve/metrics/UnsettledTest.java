package dev.burnline.serve.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.event.RequestFinished;
import dev.burnline.serve.event.SampleEvents;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnsettledTest {

  private final List<String> taken = new ArrayList<>();

  @Test
  void nothingIsTakenInBeforeSomebodyAsks() {
    Unsettled unsettled = new Unsettled(event -> taken.add(event.requestId()));
    unsettled.add(SampleEvents.finished("r-1"));
    unsettled.add(SampleEvents.finished("r-2"));
    assertThat(taken).isEmpty();

    unsettled.settle();

    assertThat(taken).containsExactly("r-1", "r-2");
  }

  @Test
  void whoBringsOneTooManyTakesThemAllIn() {
    Unsettled unsettled = new Unsettled(event -> taken.add(event.requestId()));
    RequestFinished event = SampleEvents.finished("r");
    for (int i = 0; i < 1_000; i++) {
      unsettled.add(event);
    }
    assertThat(taken).isEmpty();

    unsettled.add(event);

    assertThat(taken).hasSize(1_001);
  }

  @Test
  void oneThatFailsCostsNoOther() {
    Unsettled unsettled =
        new Unsettled(
            event -> {
              if (event.requestId().equals("bad")) {
                throw new IllegalStateException("a label too many");
              }
              taken.add(event.requestId());
            });
    unsettled.add(SampleEvents.finished("bad"));
    unsettled.add(SampleEvents.finished("good"));

    unsettled.settle();

    assertThat(taken).containsExactly("good");
  }
}
