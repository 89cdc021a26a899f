package dev.burnline.render.finding;

import dev.burnline.report.BadTimes;
import dev.burnline.report.ServiceReport.MinuteFigures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of the report's window that lie beyond an objective.
 *
 * @param yardstick what was looked at
 * @param minutes how many minutes lie beyond it
 * @param spans these minutes, neighbours joined, in order
 * @param core the shortest span that holds at least {@link BadTimes#CORE_SHARE} of what was bad;
 *     null without bad minutes
 * @param coreShare the share of what was bad that {@code core} holds, 0 to 1
 */
public record BadMinutes(
    Yardstick yardstick, long minutes, List<Span> spans, @Nullable Span core, double coreShare) {

  public BadMinutes {
    spans = List.copyOf(spans);
  }

  /** Holds every minute of {@code perMinute} against the yardstick. */
  public static BadMinutes of(List<MinuteFigures> perMinute, Yardstick yardstick) {
    BadTimes times = yardstick.badTimes(perMinute);
    BadTimes.Span core = times.core();
    return new BadMinutes(
        yardstick,
        times.minutes(),
        times.spans().stream().map(BadMinutes::span).toList(),
        core == null ? null : span(core),
        core == null ? 0 : core.bad() / (double) times.bad());
  }

  private static Span span(BadTimes.Span of) {
    return new Span(of.start(), of.end());
  }
}
