package dev.burnline.evaluate;

import dev.burnline.report.Completeness;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.Verdict;
import java.util.List;

/** The verdict of a whole report. */
public final class OverallVerdict {

  private OverallVerdict() {}

  /**
   * Returns the verdict of the worst service, or {@code INCOMPLETE} where that is worse and more
   * than 1 % of the window's lines are lost or unusable, or something could not be read. Lost are
   * lines that {@code seq} misses, or requests that heartbeats counted and the log does not have,
   * whichever is more.
   */
  public static Verdict of(
      List<ServiceReport> services, Completeness completeness, boolean everythingRead) {
    Verdict worst =
        services.stream()
            .map(ServiceReport::verdict)
            .reduce(Verdict::worse)
            .orElse(Verdict.NO_DATA);
    boolean complete = everythingRead && !isTooMuchMissing(completeness);
    return complete ? worst : worst.worse(Verdict.INCOMPLETE);
  }

  private static boolean isTooMuchMissing(Completeness completeness) {
    // Heartbeats count what gaps in seq may count too, so the two are not added up.
    long lost = Math.max(completeness.lostLines(), completeness.unloggedRequests());
    long missing = lost + completeness.malformed();
    long expected = completeness.lines() + lost;
    return missing > expected / 100;
  }
}
