package dev.burnline.slo.alert;

import dev.burnline.slo.alert.AlertEpisode.Cause;
import dev.burnline.slo.budget.EventSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The times in which events are missing for too long: from the first minute that has none in all of
 * {@code staleAfter} before it, up to the first that sees one again.
 */
final class StaleData {

  private StaleData() {}

  /** Returns the episodes as they look at {@code toMinute}, without those over by fromMinute. */
  static List<AlertEpisode> episodes(
      EventSeries events, Duration staleAfter, long fromMinute, long toMinute) {
    List<AlertEpisode> episodes = new ArrayList<>();
    for (int i = 0; i < events.size() && events.minuteAt(i) < toMinute; i++) {
      long start = events.minuteAt(i) + staleAfter.toMinutes() + 1;
      boolean isLast = i + 1 == events.size() || events.minuteAt(i + 1) >= toMinute;
      Long end = isLast ? null : (Long) (events.minuteAt(i + 1) + 1);
      boolean isStale = end == null ? start <= toMinute : start < end;
      if (isStale && (end == null || end > fromMinute)) {
        episodes.add(episode(start, end));
      }
    }
    return episodes;
  }

  private static AlertEpisode episode(long start, @Nullable Long end) {
    return new AlertEpisode(Cause.STALE_DATA, BurnRatePair.Severity.TICKET, start, end, null, null);
  }
}
