package dev.burnline.serve.bench.load;

import dev.burnline.serve.bench.client.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Which request leaves when.
 *
 * @param arrivals in the order of their times; at least one
 */
public record Plan(List<Arrival> arrivals) {

  private static final double NANOS = 1e9;

  public Plan {
    arrivals = List.copyOf(arrivals);
    if (arrivals.isEmpty()) {
      throw new IllegalArgumentException("no request falls into the duration; make it longer");
    }
  }

  /**
   * Draws a Poisson process; the gaps between requests are exponential.
   *
   * @param perSecond mean rate, above 0
   * @param most requests at most
   * @param duration requests leave before this
   */
  public static Plan poisson(
      double perSecond, long most, Duration duration, Prompts prompts, Lengths output, long seed) {
    if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
      throw new IllegalArgumentException("the rate must be above 0, got " + perSecond);
    }
    // One source each, so that another mix of lengths leaves the arrivals as they are.
    Random gaps = new Random(seed);
    Random contents = new Random(~seed);
    List<Arrival> arrivals = new ArrayList<>();
    double at = 0;
    while (arrivals.size() < most) {
      at += -Math.log1p(-gaps.nextDouble()) / perSecond * NANOS;
      if (at >= duration.toNanos()) {
        break;
      }
      Question question = new Question(prompts.draw(contents), output.draw(contents));
      arrivals.add(new Arrival((long) at, question));
    }
    return new Plan(arrivals);
  }

  /**
   * One request.
   *
   * @param atNanos when it leaves, after the begin
   * @param question what it asks
   */
  public record Arrival(long atNanos, Question question) {}
}
