package dev.burnline.render.finding;

import dev.burnline.report.ServiceReport;
import dev.burnline.report.ServiceReport.Kpi;
import dev.burnline.report.ServiceReport.MinuteFigures;
import dev.burnline.report.SloReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a single minute is held against, so that one can say when it was bad. */
public sealed interface Yardstick {

  /** Whether the minute lies beyond it; a minute without the figure does not. */
  boolean isBeyond(MinuteFigures minute);

  /**
   * More of the minute's requests failed than the objective allows.
   *
   * @param allowed 1 - objective
   */
  record ErrorShare(double allowed) implements Yardstick {
    @Override
    public boolean isBeyond(MinuteFigures minute) {
      return minute.errors() > allowed * minute.requests();
    }
  }

  /**
   * A percentile of the minute's latency is above a limit.
   *
   * @param percentile {@code p50}, {@code p95} or {@code p99}
   */
  record Slow(String percentile, double limitMillis) implements Yardstick {
    @Override
    public boolean isBeyond(MinuteFigures minute) {
      Double millis = millis(minute);
      return millis != null && millis > limitMillis;
    }

    private @Nullable Double millis(MinuteFigures minute) {
      return switch (percentile) {
        case "p50" -> minute.p50Ms();
        case "p95" -> minute.p95Ms();
        default -> minute.p99Ms();
      };
    }
  }

  /**
   * The yardstick of an SLO; empty when minutes have no figure for it, for example for the time to
   * the first token.
   */
  static Optional<Yardstick> of(SloReport slo) {
    var threshold = slo.threshold();
    if (threshold == null) {
      return Optional.of(new ErrorShare(1 - slo.objective()));
    }
    boolean isUpper = threshold.op().startsWith("lt");
    if (!isUpper || !threshold.field().equals("duration_ms")) {
      return Optional.empty();
    }
    // The least percentile the minutes have that is not below the objective.
    String percentile = slo.objective() <= 0.5 ? "p50" : slo.objective() <= 0.95 ? "p95" : "p99";
    return Optional.of(new Slow(percentile, threshold.value()));
  }

  /** The limit on a service's latency: of its first SLO on durations, else of its KPI. */
  static Optional<Slow> latency(ServiceReport service) {
    return service.slos().stream()
        .flatMap(slo -> of(slo).stream())
        .filter(Slow.class::isInstance)
        .map(Slow.class::cast)
        .findFirst()
        .or(
            () ->
                service.kpis().stream()
                    .filter(kpi -> kpi.name().equals("p95_latency_ms"))
                    .map(Kpi::threshold)
                    .map(limit -> new Slow("p95", limit))
                    .findFirst());
  }

  /** The share of errors that the first ratio SLO of a service allows. */
  static Optional<ErrorShare> errors(ServiceReport service) {
    return service.slos().stream()
        .filter(slo -> slo.threshold() == null)
        .map(slo -> new ErrorShare(1 - slo.objective()))
        .findFirst();
  }
}
