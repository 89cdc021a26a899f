package dev.burnline.oracle;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The day that a report is about when nobody says which. */
public final class DefaultDate {

  private static final long UNFINISHED_MILLIS = 600_000;

  private DefaultDate() {}

  /**
   * Returns the last civil day of the logs, the day before it when the last one stops more than 10
   * minutes early and is not the first. Days with fewer than 1 % of the busiest day's usable lines
   * are stray clocks. Empty without usable lines.
   */
  public static Optional<LocalDate> of(List<Path> logs, ZoneId zone) throws IOException {
    TreeMap<LocalDate, Long> lines = new TreeMap<>();
    TreeMap<LocalDate, Long> lastMillis = new TreeMap<>();
    for (OracleLine line : RawLog.read(logs, List.of()).lines()) {
      if (line.fields() != null) {
        long millis = requireNonNull(line.millis());
        LocalDate date = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
        lines.merge(date, 1L, Long::sum);
        lastMillis.merge(date, millis, Math::max);
      }
    }
    long busiest = lines.values().stream().mapToLong(count -> count).max().orElse(0);
    return lines.descendingMap().entrySet().stream()
        .filter(day -> day.getValue() * 100 >= busiest)
        .map(day -> day.getKey())
        .findFirst()
        .map(
            last -> {
              long end = Span.ofDays(last, last, zone).end().toEpochMilli();
              boolean unfinished = end - requireNonNull(lastMillis.get(last)) > UNFINISHED_MILLIS;
              boolean first = lines.firstKey().equals(last);
              return unfinished && !first ? last.minusDays(1) : last;
            });
  }
}
