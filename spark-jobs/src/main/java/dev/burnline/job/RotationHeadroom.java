package dev.burnline.job;

import dev.burnline.log.FoundLogs;
import dev.burnline.log.IdentifiedLog;
import dev.burnline.rollup.Extent;
import dev.burnline.rollup.ServiceQuarter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a line stays in the logs before rotation deletes it: backups times size over write rate,
 * which is the time that the files of one log span now.
 *
 * <p>Whoever reads the logs less often loses lines. This is said while nothing is lost yet.
 */
final class RotationHeadroom {

  /** The usual five backups and the active file: then the next rotation deletes one. */
  private static final int USUAL_FILES = 6;

  private static final Duration WHEN_UNKNOWN = Duration.ofDays(1);
  private static final double MARGIN = 1.5;

  /** {@code app.log.3.gz}, {@code app-2026-11-23.0.log.zst} and {@code app.log} are one log. */
  private static final Pattern NAME =
      Pattern.compile("(.*?)(?:[._-]\\d[\\dTZ:._-]*)?\\.(log|jsonl|ndjson)(?:[._-].*)?");

  private RotationHeadroom() {}

  /**
   * Returns a warning for each log whose files rotate away too soon.
   *
   * @param logs the files as they are now
   * @param extents what the store knows of them and of files that are gone
   * @param betweenRuns the longest time between the last runs that read them, where it is known
   */
  static List<String> warnings(
      FoundLogs logs, List<Extent> extents, Optional<Duration> betweenRuns) {
    Map<String, String> logOfSegment = new HashMap<>();
    for (IdentifiedLog log : logs.logs()) {
      logOfSegment.putIfAbsent(log.segmentId(), nameOf(log.file().displayName()));
    }
    Map<String, Retention> byLog = new TreeMap<>();
    for (Extent extent : extents) {
      String log = logOfSegment.get(extent.segmentId());
      if (log != null) {
        byLog.computeIfAbsent(log, key -> new Retention()).add(extent);
      }
    }
    for (Extent extent : extents) {
      if (!logOfSegment.containsKey(extent.segmentId())) {
        Optional.ofNullable(byLog.get(nameOf(extent.source())))
            .ifPresent(retention -> retention.deletes = true);
      }
    }
    Duration needed = betweenRuns.orElse(WHEN_UNKNOWN);
    List<String> warnings = new ArrayList<>();
    byLog.forEach(
        (log, retention) -> {
          if (retention.rotatesAway() && retention.hours() < MARGIN * hours(needed)) {
            warnings.add(
                "the %d files of %s keep about %s of lines, and %s: keep more or larger backups, or run 'burnline crunch' more often"
                    .formatted(
                        retention.segments.size(),
                        log,
                        shown(retention.hours()),
                        betweenRuns.isPresent()
                            ? "up to %s passed between two runs that read them"
                                .formatted(shown(hours(needed)))
                            : "read once a day they would lose some"));
          }
        });
    return warnings;
  }

  private static String nameOf(String path) {
    int slash = path.lastIndexOf('/');
    Matcher name = NAME.matcher(path.substring(slash + 1));
    return name.matches()
        ? path.substring(0, slash + 1) + name.group(1) + "." + name.group(2)
        : path;
  }

  private static double hours(Duration duration) {
    return duration.toSeconds() / 3600.0;
  }

  private static String shown(double hours) {
    return hours < 1
        ? String.format(Locale.ROOT, "%.0f min", 60 * hours)
        : String.format(Locale.ROOT, "%.1f h", hours);
  }

  /** What the files of one log hold. */
  private static final class Retention {

    private final Set<String> segments = new HashSet<>();
    private final TreeMap<Integer, Long> linesByQuarter = new TreeMap<>();
    private boolean deletes;

    void add(Extent extent) {
      segments.add(extent.segmentId());
      extent
          .linesByQuarter()
          .forEach((quarter, lines) -> linesByQuarter.merge(quarter, lines, Long::sum));
    }

    /** A log that is young or never rotates says nothing about how long a line will stay. */
    boolean rotatesAway() {
      return segments.size() > 1 && (deletes || segments.size() >= USUAL_FILES);
    }

    /** The span of the middle 99 % of the lines: a clock that was wrong must not stretch it. */
    double hours() {
      long lines = linesByQuarter.values().stream().mapToLong(Long::longValue).sum();
      long stray = lines / 200;
      long before = 0;
      int first = Integer.MIN_VALUE;
      int last = Integer.MIN_VALUE;
      for (Map.Entry<Integer, Long> quarter : linesByQuarter.entrySet()) {
        long after = before + quarter.getValue();
        if (first == Integer.MIN_VALUE && after > stray) {
          first = quarter.getKey();
        }
        if (before < lines - stray) {
          last = quarter.getKey();
        }
        before = after;
      }
      return (last - first + 1) * ServiceQuarter.MINUTES / 60.0;
    }
  }
}
