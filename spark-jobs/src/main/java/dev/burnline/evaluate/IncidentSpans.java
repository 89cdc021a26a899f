package dev.burnline.evaluate;

import dev.burnline.evaluate.SpendLedger.Incident;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The minutes of a window by incident. A minute belongs to one incident only, the first that claims
 * it, so a ticket that a short outage raised after its page does not count it again.
 */
final class IncidentSpans {

  private final MinuteSpan window;
  private final Map<Incident, List<MinuteSpan>> own = new LinkedHashMap<>();

  /** Divides a window among incidents, in the order in which they claim minutes. */
  IncidentSpans(List<Incident> incidents, MinuteSpan window) {
    this.window = window;
    List<MinuteSpan> taken = new ArrayList<>();
    for (Incident incident : incidents) {
      List<MinuteSpan> free = List.of(clipped(incident.span()));
      for (MinuteSpan other : taken) {
        free = free.stream().flatMap(part -> without(part, other).stream()).toList();
      }
      taken.addAll(free);
      own.merge(incident, free, IncidentSpans::both);
    }
  }

  private static List<MinuteSpan> both(List<MinuteSpan> some, List<MinuteSpan> more) {
    List<MinuteSpan> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private MinuteSpan clipped(MinuteSpan span) {
    int start = Math.min(Math.max(span.start(), window.start()), window.end());
    return new MinuteSpan(start, Math.max(start, Math.min(span.end(), window.end())));
  }

  private static List<MinuteSpan> without(MinuteSpan span, MinuteSpan other) {
    if (other.end() <= span.start() || span.end() <= other.start()) {
      return List.of(span);
    }
    List<MinuteSpan> left = new ArrayList<>();
    if (span.start() < other.start()) {
      left.add(new MinuteSpan(span.start(), other.start()));
    }
    if (other.end() < span.end()) {
      left.add(new MinuteSpan(other.end(), span.end()));
    }
    return left;
  }

  /** Returns the incidents by the start that their labels show. */
  List<Incident> byStart() {
    return own.keySet().stream()
        .sorted(Comparator.comparingInt(Incident::since).thenComparing(Incident::label))
        .toList();
  }

  /** Returns the minutes of an incident that are its own. */
  List<MinuteSpan> of(Incident incident) {
    return own.getOrDefault(incident, List.of());
  }

  /** Whether some incident has this minute. */
  boolean contains(int minute) {
    return own.values().stream().anyMatch(spans -> contains(spans, minute));
  }

  static boolean contains(List<MinuteSpan> spans, int minute) {
    return spans.stream().anyMatch(span -> span.contains(minute));
  }
}
