package dev.burnline.render.finding;

import dev.burnline.report.BadTimes;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.ServiceReport.Kpi;
import dev.burnline.report.ServiceReport.MinuteFigures;
import dev.burnline.report.SloReport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What single minutes are held against, so that one can say when it was bad. */
public sealed interface Yardstick {

  /** When it was bad in these minutes; those without the figure were not. */
  BadTimes badTimes(List<MinuteFigures> perMinute);

  /**
   * More of the minute's events were bad than the objective allows. Which are bad only the SLO
   * knows: it may leave out errors that are no fault of the service.
   */
  record Counted(BadTimes times) implements Yardstick {
    @Override
    public BadTimes badTimes(List<MinuteFigures> perMinute) {
      return times;
    }
  }

  /**
   * A percentile of the minute's latency is above a limit.
   *
   * @param percentile {@code p50}, {@code p95} or {@code p99}
   */
  record Slow(String percentile, double limitMillis) implements Yardstick {
    /** A minute has no count of its slow requests, so all of a slow minute count. */
    @Override
    public BadTimes badTimes(List<MinuteFigures> perMinute) {
      List<BadTimes.Span> slow =
          perMinute.stream()
              .filter(this::isBeyond)
              .map(of -> BadTimes.minute(of.minute(), of.requests(), of.requests()))
              .toList();
      return BadTimes.of(slow, 1, Integer.MAX_VALUE);
    }

    private boolean isBeyond(MinuteFigures minute) {
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
      return counted(slo).map(Yardstick.class::cast);
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
    return service.wholeSlos().stream()
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

  /** The bad events of the first ratio SLO of a service. */
  static Optional<Counted> errors(ServiceReport service) {
    return service.wholeSlos().stream()
        .filter(slo -> slo.threshold() == null)
        .flatMap(slo -> counted(slo).stream())
        .findFirst();
  }

  /** Empty in a report that is older than the field. */
  private static Optional<Counted> counted(SloReport slo) {
    return Optional.ofNullable(slo.badTimes()).map(Counted::new);
  }
}
