package dev.burnline.serve.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.bench.client.Question;
import dev.burnline.serve.bench.client.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

  private static final long MILLI = 1_000_000;

  private final ManualPace pace = new ManualPace();
  private final List<CompletableFuture<Reply>> asked = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();

  @Test
  void noRequestWaitsForTheAnswerOfAnother() {
    Plan plan = plan(10, 20, 30);
    OpenLoop loop =
        new OpenLoop(
            pace,
            question -> {
              asked.add(new CompletableFuture<>());
              if (asked.size() == 3) {
                // Nothing was answered until the last request had left.
                asked.forEach(each -> each.complete(failed(100 * MILLI)));
              }
              return asked.get(asked.size() - 1);
            },
            (sent, inFlight, failures) -> seen.add(sent + "/" + inFlight + "/" + failures));

    List<Sample> samples = loop.run(plan);

    assertThat(samples)
        .extracting(Sample::intendedNanos)
        .containsExactly(10 * MILLI, 20 * MILLI, 30 * MILLI);
    assertThat(samples)
        .extracting(Sample::sentNanos)
        .containsExactly(10 * MILLI, 20 * MILLI, 30 * MILLI);
    assertThat(seen).containsExactly("1/1/0", "2/2/0", "3/2/1", "3/1/2", "3/0/3", "3/0/3");
  }

  @Test
  void latenciesCountFromTheIntendedStartWhenTheClientIsLate() {
    OpenLoop loop =
        new OpenLoop(
            pace,
            question -> {
              pace.now += 25 * MILLI;
              return CompletableFuture.completedFuture(failed(pace.now));
            },
            (sent, inFlight, failures) -> {});

    List<Sample> samples = loop.run(plan(0, 10, 60));

    assertThat(samples).extracting(Sample::lateMillis).containsExactly(0.0, 15.0, 0.0);
    assertThat(samples)
        .extracting(sample -> sample.millisTo(sample.reply().endNanos()))
        .containsExactly(25.0, 40.0, 25.0);
  }

  private static Plan plan(long... millis) {
    List<Plan.Arrival> arrivals = new ArrayList<>();
    for (long each : millis) {
      arrivals.add(new Plan.Arrival(each * MILLI, new Question("Hello", 5)));
    }
    return new Plan(arrivals);
  }

  private static Reply failed(long endNanos) {
    return new Reply.Failed("io", "", endNanos);
  }

  private static final class ManualPace implements Pace {

    private long now;

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public void waitUntil(long nanos) {
      now = Math.max(now, nanos);
    }
  }
}
