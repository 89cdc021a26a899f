package dev.burnline.evaluate;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.AlertReport;
import dev.burnline.report.ServiceReport;
import java.io.Serializable;
import java.util.List;

/**
 * What a report says of one service.
 *
 * @param alerts of its SLOs, as far as they overlap the report's window
 */
public record EvaluatedService(ServiceReport report, List<AlertReport> alerts)
    implements Serializable {

  public EvaluatedService {
    requireNonNull(report, "report is null");
    alerts = List.copyOf(alerts);
  }
}
