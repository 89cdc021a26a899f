package dev.burnline.report;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When in the report's window the bad events of an SLO came, those of excluded maintenance left
 * out. Events are counted in the unit of the SLO's budgeting method; where that judges slices of
 * time, what is said of a minute here holds for a slice.
 *
 * @param bad all bad events
 * @param minutes how many minutes miss the objective
 * @param spans these minutes, neighbours joined, in order; of too many those with the most bad
 *     events
 * @param core the shortest span that holds at least {@link #CORE_SHARE} of the bad events, the
 *     earliest of several; null without bad events
 */
public record BadTimes(long bad, long minutes, List<Span> spans, @Nullable Span core)
    implements Serializable {

  /** The share of the bad events that the core must hold. */
  public static final double CORE_SHARE = 0.8;

  /** So many spans a report keeps. */
  public static final int MOST_SPANS = 20;

  public BadTimes {
    spans = List.copyOf(spans);
  }

  /** The events of a half-open run of whole minutes. */
  public record Span(Instant start, Instant end, long bad, long total) implements Serializable {

    public Span {
      requireNonNull(start, "start is null");
      requireNonNull(end, "end is null");
    }

    private Span plus(Span next) {
      return new Span(start, next.end, bad + next.bad, total + next.total);
    }
  }

  /** Returns the span of one minute. */
  public static Span minute(Instant start, long bad, long total) {
    return new Span(start, start.plus(1, ChronoUnit.MINUTES), bad, total);
  }

  /**
   * Finds the bad times among minutes.
   *
   * @param each minutes with events, ascending, or slices of time; empty gives no bad times
   * @param objective the least share of good events, 0 to 1; a minute with less misses it
   * @param mostSpans more spans than this are not kept
   */
  public static BadTimes of(List<Span> each, double objective, int mostSpans) {
    List<Span> missed =
        each.stream()
            .filter(minute -> (minute.total - minute.bad) / (double) minute.total < objective)
            .toList();
    long bad = each.stream().mapToLong(Span::bad).sum();
    return new BadTimes(
        bad,
        missed.stream().mapToLong(BadTimes::length).sum(),
        worst(joined(missed), mostSpans),
        bad == 0 ? null : core(each, bad));
  }

  private static List<Span> joined(List<Span> minutes) {
    var spans = new ArrayList<Span>();
    for (Span minute : minutes) {
      Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      if (last != null && last.end.equals(minute.start)) {
        spans.set(spans.size() - 1, last.plus(minute));
      } else {
        spans.add(minute);
      }
    }
    return spans;
  }

  private static List<Span> worst(List<Span> spans, int most) {
    return spans.stream()
        .sorted(Comparator.comparingLong(Span::bad).reversed().thenComparing(Span::start))
        .limit(most)
        .sorted(Comparator.comparing(Span::start))
        .toList();
  }

  /** Two pointers over the minutes. */
  private static @Nullable Span core(List<Span> minutes, long whole) {
    Span best = null;
    long bad = 0;
    long total = 0;
    int from = 0;
    for (Span last : minutes) {
      bad += last.bad;
      total += last.total;
      while (bad - minutes.get(from).bad >= CORE_SHARE * whole) {
        bad -= minutes.get(from).bad;
        total -= minutes.get(from).total;
        from++;
      }
      if (bad >= CORE_SHARE * whole) {
        var span = new Span(minutes.get(from).start, last.end, bad, total);
        best = best == null || length(span) < length(best) ? span : best;
      }
    }
    return best;
  }

  private static long length(Span span) {
    return ChronoUnit.MINUTES.between(span.start, span.end);
  }
}
