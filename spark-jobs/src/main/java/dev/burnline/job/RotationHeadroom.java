package dev.burnline.job;

import dev.burnline.log.FoundLogs;
import dev.burnline.log.IdentifiedLog;
import dev.burnline.rollup.Extent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a line stays in the logs before rotation deletes it: backups times size over write rate,
 * which is the time that the files of a folder span.
 *
 * <p>Whoever reads the logs less often loses lines. This is said while nothing is lost yet.
 */
final class RotationHeadroom {

  /** Fewer files than this have not been rotated away from yet, as far as one can tell. */
  private static final int FEW_FILES = 4;

  private RotationHeadroom() {}

  /**
   * Returns a warning for each folder whose logs rotate away too soon.
   *
   * @param logs the files as they are now
   * @param extents what the store knows of them
   * @param needed the time between two runs that read them
   */
  static List<String> warnings(FoundLogs logs, List<Extent> extents, Duration needed) {
    Map<String, List<Extent>> segments = new TreeMap<>();
    extents.forEach(
        extent ->
            segments.computeIfAbsent(extent.segmentId(), key -> new ArrayList<>()).add(extent));
    Map<String, Retention> folders = new TreeMap<>();
    for (IdentifiedLog log : logs.logs()) {
      String name = log.file().displayName();
      String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
      Retention retention = folders.computeIfAbsent(folder, key -> new Retention());
      segments.getOrDefault(log.segmentId(), List.of()).forEach(retention::add);
    }
    List<String> warnings = new ArrayList<>();
    folders.forEach(
        (folder, retention) -> {
          if (retention.files >= FEW_FILES && retention.millis() < needed.toMillis()) {
            warnings.add(
                String.format(
                    Locale.ROOT,
                    "the %d logs in %s keep %.1f h, and are read every %.1f h: lines will be lost;"
                        + " keep more or larger backups, or run 'burnline crunch' more often",
                    retention.files,
                    folder,
                    retention.millis() / 3_600_000.0,
                    needed.toMillis() / 3_600_000.0));
          }
        });
    return warnings;
  }

  private static final class Retention {
    private int files;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void add(Extent extent) {
      files++;
      first = Math.min(first, extent.firstMillis());
      last = Math.max(last, extent.lastMillis());
    }

    long millis() {
      return last - first;
    }
  }
}
