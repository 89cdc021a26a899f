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
   * than 1 % of the window's lines are lost or unusable, or something could not be read.
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
    long missing = completeness.lostLines() + completeness.malformed();
    long expected = completeness.lines() + completeness.lostLines();
    return missing * 100 > expected;
  }
}
