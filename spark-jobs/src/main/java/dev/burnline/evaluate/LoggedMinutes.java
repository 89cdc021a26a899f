package dev.burnline.evaluate;

import dev.burnline.rollup.Extent;
import dev.burnline.rollup.ServiceQuarter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * The minutes, since 1970 UTC, of the first and the last line in the logs of a store. A time before
 * or after them is mostly a slip, or logs that stopped coming.
 */
public record LoggedMinutes(int first, int last) {

  /** Returns them; empty without a line. */
  public static Optional<LoggedMinutes> of(Collection<Extent> extents) {
    List<Extent> usable = extents.stream().filter(extent -> extent.lines() > 0).toList();
    return usable.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LoggedMinutes(
                minuteOf(usable.stream().mapToLong(Extent::firstMillis).min().orElseThrow()),
                minuteOf(usable.stream().mapToLong(Extent::lastMillis).max().orElseThrow())));
  }

  private static int minuteOf(long millis) {
    return (int) Math.floorDiv(millis, 60_000L);
  }

  /**
   * Returns the part of a span from the first to the last of the lines in it, by quarters of an
   * hour where a line lies outside the span, as of a wrong clock; empty when the span has no line.
   */
  public static Optional<MinuteSpan> within(MinuteSpan span, Collection<Extent> extents) {
    int from = Math.floorDiv(span.start(), ServiceQuarter.MINUTES);
    int to = -Math.floorDiv(-span.end(), ServiceQuarter.MINUTES);
    IntSummaryStatistics quarters =
        extents.stream()
            .flatMap(extent -> extent.linesByQuarter().subMap(from, to).keySet().stream())
            .mapToInt(Integer::intValue)
            .summaryStatistics();
    if (quarters.getCount() == 0) {
      return Optional.empty();
    }
    LoggedMinutes all = of(extents).orElseThrow();
    int start = Math.max(quarters.getMin() * ServiceQuarter.MINUTES, all.first);
    int end = Math.min((quarters.getMax() + 1) * ServiceQuarter.MINUTES, all.last + 1);
    return new MinuteSpan(start, Math.max(start, end)).within(span);
  }

  /** Returns a warning when the last line comes before a day. */
  public Optional<String> endBefore(LocalDate day, ZoneId zone, String name) {
    return last < MinuteSpan.ofDays(day, day.plusDays(1), zone).start()
        ? Optional.of(
            "the logs end at %s, before %s begins, %s"
                .formatted(MinuteSpan.instantOf(last), day, name))
        : Optional.empty();
  }

  /** Returns a warning when the first line comes after a span. */
  public Optional<String> beginAfter(MinuteSpan span, String name) {
    return first >= span.end()
        ? Optional.of("the logs begin at %s, after %s".formatted(MinuteSpan.instantOf(first), name))
        : Optional.empty();
  }

  /** Says from when to when there are logs. */
  public String words() {
    return "they begin at %s and end at %s"
        .formatted(MinuteSpan.instantOf(first), MinuteSpan.instantOf(last));
  }
}
