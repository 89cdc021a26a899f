package dev.burnline.evaluate;

import static java.util.Objects.requireNonNull;

import dev.burnline.rollup.Extent;
import dev.burnline.rollup.ServiceQuarter;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The week that a report is made of when nobody names one.
 *
 * @param warnings what is to be said of the choice
 */
public record LastCompleteWeek(IsoWeek week, List<String> warnings) {

  public LastCompleteWeek {
    requireNonNull(week, "week is null");
    warnings = List.copyOf(warnings);
  }

  /**
   * Returns the last week that is over at the end of the last complete day; the week of that day
   * itself when no line is older.
   *
   * @return empty when there is no line
   */
  public static Optional<LastCompleteWeek> of(Collection<Extent> extents, ZoneId zone) {
    return LastCompleteDay.of(extents, zone).map(day -> chosen(day, extents, zone));
  }

  private static LastCompleteWeek chosen(
      LastCompleteDay day, Collection<Extent> extents, ZoneId zone) {
    IsoWeek over = IsoWeek.lastOverBy(day.date());
    if (hasLine(over, extents, zone)) {
      return new LastCompleteWeek(over, List.of());
    }
    IsoWeek begun = IsoWeek.of(day.date());
    return new LastCompleteWeek(
        begun,
        List.of(
            "no week is complete in the logs yet: %s is reported as far as it goes"
                .formatted(begun)));
  }

  private static boolean hasLine(IsoWeek week, Collection<Extent> extents, ZoneId zone) {
    MinuteSpan span = MinuteSpan.ofDays(week.monday(), week.monday().plusWeeks(1), zone);
    return extents.stream()
        .flatMap(extent -> extent.linesByQuarter().keySet().stream())
        .anyMatch(quarter -> span.contains(quarter * ServiceQuarter.MINUTES));
  }
}
