package dev.burnline.job;

import dev.burnline.evaluate.IsoWeek;
import dev.burnline.evaluate.Revision;
import dev.burnline.report.Report;
import dev.burnline.report.WeeklySummary.Night;
import dev.burnline.report.WeeklySummary.NightState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks which nightly reports of a week there are. */
final class NightlyReports {

  private static final int DAYS = 7;

  private NightlyReports() {}

  /**
   * Returns one entry for each day of the week; none at all when none of its reports is there, for
   * then they are kept elsewhere or not made.
   *
   * @param reports the folder that has a folder {@code nightly-DATE} for each
   */
  static List<Night> of(IsoWeek week, Path reports) {
    List<Night> nights = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = week.monday().plusDays(day);
      Optional<Report> report =
          Revision.earlier(reports.resolve("nightly-" + date))
              .filter(found -> found.kind() == Report.Kind.NIGHTLY);
      nights.add(
          report
              .map(found -> night(date, found))
              .orElseGet(() -> new Night(date, NightState.MISSING, null, null, null)));
    }
    boolean any = nights.stream().anyMatch(night -> night.state() != NightState.MISSING);
    return any ? nights : List.of();
  }

  private static Night night(LocalDate date, Report report) {
    int revision = report.run().revision();
    return new Night(
        date,
        revision > 1 ? NightState.REVISED : NightState.REPORTED,
        revision,
        report.run().lateLines(),
        report.verdict());
  }
}
