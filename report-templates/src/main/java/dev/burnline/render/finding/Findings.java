package dev.burnline.render.finding;

import dev.burnline.report.Report;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.SloReport;
import dev.burnline.report.SloReport.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What matters most in a report.
 *
 * @param services all of them, worst first
 * @param worst the SLO to show first; empty when no service has one
 */
public record Findings(List<ServiceReport> services, Optional<Worst> worst) {

  /** Bad spans count as concentrated when their core is at most this share of the window. */
  static final double CONCENTRATED = 0.25;

  public Findings {
    services = List.copyOf(services);
  }

  /** An SLO and the service it belongs to. */
  public record Worst(ServiceReport service, SloReport slo) {}

  /** Finds what matters in the report; a report without services gives an empty finding. */
  public static Findings of(Report report) {
    var services = new ArrayList<>(report.services());
    services.sort(
        Comparator.comparing(ServiceReport::verdict)
            .thenComparing(service -> worstSlo(service).map(Findings::rank).orElse(MET_RANK))
            .thenComparing(service -> worstSlo(service).map(Findings::left).orElse(1.0))
            .thenComparing(ServiceReport::service));
    // A service without data says little about the others: prefer one that has some.
    Optional<Worst> worst =
        services.stream()
            .flatMap(service -> worstSlo(service).map(slo -> new Worst(service, slo)).stream())
            .min(
                Comparator.comparing((Worst of) -> rank(of.slo()))
                    .thenComparing(of -> left(of.slo())));
    return new Findings(services, worst);
  }

  /** The service to draw first: that of the worst SLO, or the worst one that has minutes. */
  public Optional<ServiceReport> pictured() {
    return Stream.concat(worst.map(Worst::service).stream(), services.stream())
        .filter(service -> !service.perMinute().isEmpty())
        .findFirst();
  }

  /** The SLO of a service to look at first; empty without SLOs. */
  public static Optional<SloReport> worstSlo(ServiceReport service) {
    return service.wholeSlos().stream()
        .min(Comparator.comparing(Findings::rank).thenComparing(Findings::left));
  }

  /** The SLOs of a service, worst first; equally bad ones in the order of the SLO file. */
  public static List<SloReport> worstFirst(ServiceReport service) {
    return service.wholeSlos().stream()
        .sorted(Comparator.comparing(Findings::rank).thenComparing(Findings::left))
        .toList();
  }

  /** Whether the report's own window missed the objective; no when it has no events. */
  public static boolean isMissed(SloReport slo) {
    Double sli = slo.period().sli();
    return sli != null && sli < slo.objective();
  }

  private static final int MET_RANK = 3;

  private static int rank(SloReport slo) {
    if (isMissed(slo)) {
      return 0;
    }
    return switch (slo.status()) {
      case EXHAUSTED -> 1;
      case BURNING -> 2;
      case HEALTHY -> MET_RANK;
      case NO_DATA -> 4;
    };
  }

  private static double left(SloReport slo) {
    var budget = slo.budget();
    return slo.status() == Status.NO_DATA || budget == null ? 1 : budget.remainingRatio();
  }
}
