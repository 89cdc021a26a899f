package dev.burnline.job;

import static java.util.Objects.requireNonNull;

import dev.burnline.evaluate.ReportScope;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a report is asked for.
 *
 * @param source the logs, and the store that they are read into first
 * @param scope the kind of report and its time
 * @param zone whose civil days count
 * @param out folder of the report; empty for {@code reports/KIND-TIME}, as {@link
 *     ReportScope.Planned#name()} says
 */
public record ReportRequest(
    StoreRequest source, ReportScope scope, ZoneId zone, Optional<Path> out) {

  public ReportRequest {
    requireNonNull(source, "source is null");
    requireNonNull(scope, "scope is null");
    requireNonNull(zone, "zone is null");
    requireNonNull(out, "out is null");
  }
}
