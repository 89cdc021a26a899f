package dev.burnline.job;

import static java.util.Objects.requireNonNull;

import dev.burnline.slo.openslo.SloFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a nightly report is asked for.
 *
 * @param logs paths or URIs of files, folders and globs
 * @param date the civil day to report; empty for the last complete one in the logs
 * @param zone whose civil days count
 * @param store path or URI of the store
 * @param patience how long to wait for another run that uses the store
 * @param out folder of the report; empty for {@code reports/nightly-DATE}
 */
public record NightlyRequest(
    List<String> logs,
    SloFile sloFile,
    Optional<LocalDate> date,
    ZoneId zone,
    String store,
    Duration patience,
    Optional<Path> out) {

  public NightlyRequest {
    logs = List.copyOf(logs);
    requireNonNull(sloFile, "sloFile is null");
    requireNonNull(date, "date is null");
    requireNonNull(zone, "zone is null");
    requireNonNull(store, "store is null");
    requireNonNull(patience, "patience is null");
    requireNonNull(out, "out is null");
  }
}
