package dev.burnline.render.finding;

import dev.burnline.report.ServiceReport.MinuteFigures;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of the report's window that lie beyond an objective.
 *
 * @param yardstick what was looked at
 * @param minutes how many minutes lie beyond it
 * @param spans these minutes, neighbours joined, in order
 * @param core the shortest span that holds at least {@link #CORE_SHARE} of what was bad; null
 *     without bad minutes
 * @param coreShare the share of what was bad that {@code core} holds, 0 to 1
 */
public record BadMinutes(
    Yardstick yardstick, long minutes, List<Span> spans, @Nullable Span core, double coreShare) {

  /** The share of what was bad that the core must hold. */
  public static final double CORE_SHARE = 0.8;

  public BadMinutes {
    spans = List.copyOf(spans);
  }

  /** Holds every minute of {@code perMinute} against the yardstick. */
  public static BadMinutes of(List<MinuteFigures> perMinute, Yardstick yardstick) {
    List<MinuteFigures> bad = perMinute.stream().filter(yardstick::isBeyond).toList();
    // Errors outside the bad minutes were bad requests as well; a slow minute has no such count.
    boolean countsErrors = yardstick instanceof Yardstick.ErrorShare;
    List<MinuteFigures> weighed = countsErrors ? perMinute : bad;
    ToLongFunction<MinuteFigures> weight =
        countsErrors ? MinuteFigures::errors : MinuteFigures::requests;
    long whole = weighed.stream().mapToLong(weight).sum();
    Span core = whole == 0 ? null : core(weighed, weight, whole);
    double share =
        core == null
            ? 0
            : weighed.stream()
                    .filter(minute -> !minute.minute().isBefore(core.start()))
                    .filter(minute -> minute.minute().isBefore(core.end()))
                    .mapToLong(weight)
                    .sum()
                / (double) whole;
    return new BadMinutes(yardstick, bad.size(), spans(bad), core, share);
  }

  private static List<Span> spans(List<MinuteFigures> bad) {
    var spans = new ArrayList<Span>();
    for (MinuteFigures minute : bad) {
      Instant start = minute.minute();
      Instant end = start.plus(1, ChronoUnit.MINUTES);
      Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      if (last != null && last.end().equals(start)) {
        spans.set(spans.size() - 1, new Span(last.start(), end));
      } else {
        spans.add(new Span(start, end));
      }
    }
    return spans;
  }

  /** Two pointers over the minutes: the earliest of the shortest spans. */
  private static Span core(
      List<MinuteFigures> minutes, ToLongFunction<MinuteFigures> weight, long whole) {
    Span best = null;
    long held = 0;
    int from = 0;
    for (MinuteFigures last : minutes) {
      held += weight.applyAsLong(last);
      while (held - weight.applyAsLong(minutes.get(from)) >= CORE_SHARE * whole) {
        held -= weight.applyAsLong(minutes.get(from));
        from++;
      }
      if (held >= CORE_SHARE * whole) {
        var span = new Span(minutes.get(from).minute(), last.minute().plus(1, ChronoUnit.MINUTES));
        best = best == null || span.length().compareTo(best.length()) < 0 ? span : best;
      }
    }
    return best == null
        ? new Span(minutes.get(0).minute(), minutes.get(minutes.size() - 1).minute())
        : best;
  }
}
