package dev.burnline.job;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a nightly report is asked for.
 *
 * @param source the logs, and the store that they are read into first
 * @param date the civil day to report; empty for the last complete one in the store
 * @param zone whose civil days count
 * @param out folder of the report; empty for {@code reports/nightly-DATE}
 */
public record NightlyRequest(
    StoreRequest source, Optional<LocalDate> date, ZoneId zone, Optional<Path> out) {

  public NightlyRequest {
    requireNonNull(source, "source is null");
    requireNonNull(date, "date is null");
    requireNonNull(zone, "zone is null");
    requireNonNull(out, "out is null");
  }
}
