package dev.burnline.slo.budget;

import dev.burnline.report.SloReport;
import dev.burnline.report.Verdict;
import java.math.BigDecimal;
import java.util.List;

/** The verdict of one service, as far as its requests and SLOs tell. */
public final class ServiceVerdict {

  private ServiceVerdict() {}

  /**
   * Returns the verdict: {@code NO_DATA} without requests, {@code MISSED} when an SLO's share over
   * the report's own window is below its objective, {@code AT_RISK} when a budget burns or is
   * exhausted, else {@code MET}, also without SLOs. Never {@code INCOMPLETE}: that is a matter of
   * the whole log.
   *
   * @param requests of the service in the report's window
   */
  public static Verdict of(long requests, List<SloReport> slos) {
    if (requests == 0) {
      return Verdict.NO_DATA;
    }
    return slos.stream().map(ServiceVerdict::of).reduce(Verdict.MET, Verdict::worse);
  }

  private static Verdict of(SloReport slo) {
    if (isMissed(slo)) {
      return Verdict.MISSED;
    }
    return switch (slo.status()) {
      case HEALTHY, NO_DATA -> Verdict.MET;
      case BURNING, EXHAUSTED -> Verdict.AT_RISK;
    };
  }

  /** Compares good with objective * total: the shortest decimal of an objective is its target. */
  private static boolean isMissed(SloReport slo) {
    BigDecimal needed =
        BigDecimal.valueOf(slo.objective()).multiply(BigDecimal.valueOf(slo.period().total()));
    return BigDecimal.valueOf(slo.period().good()).compareTo(needed) < 0;
  }
}
