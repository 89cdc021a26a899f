package dev.burnline.evaluate;

import dev.burnline.report.SloReport;
import dev.burnline.report.SloReport.Estimate;
import dev.burnline.report.SloReport.Group;
import dev.burnline.report.SloReport.Rest;
import dev.burnline.rollup.GroupValues;
import dev.burnline.scan.LogField;
import dev.burnline.slo.EmptySlices;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.AlertState;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.budget.Events;
import dev.burnline.slo.budget.SloEvaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The reports of one SLO by the values of a field, the worst first, and of what is left. */
final class SloGroups {

  /** So many groups stand on their own; what is left is one more. */
  static final int MOST = 20;

  private static final Comparator<Ranked> WORST_FIRST =
      Comparator.comparingDouble(Ranked::consumedRatio)
          .thenComparingLong(one -> one.report.bad())
          .reversed()
          .thenComparing(Ranked::value);

  private final Slo slo;
  private final LogField field;
  private final GroupSeries groups;
  private final ReportPlan plan;

  SloGroups(Slo slo, LogField field, GroupSeries groups, ReportPlan plan) {
    // Who sent nothing in a slice of time has met with no failure in it.
    this.slo = slo.with(EmptySlices.EXCLUDED);
    this.field = field;
    this.groups = groups;
    this.plan = plan;
  }

  /** A value and its report. */
  private record Ranked(String value, SloReport report) {

    double consumedRatio() {
      SloReport.Budget budget = report.budget();
      return budget == null ? Double.NEGATIVE_INFINITY : budget.consumedRatio();
    }
  }

  /**
   * Returns them.
   *
   * @param all events of the SLO, whatever value they have
   * @param passed the SLO window as far as it has passed
   */
  List<SloReport> list(EventSeries all, MinuteSpan passed) {
    long uncounted = groups.uncounted(slo, field, passed);
    List<Ranked> worst = new ArrayList<>();
    long seen = 0;
    for (String value : groups.valuesOf(field)) {
      SloReport report = report(groups.of(slo, field, value));
      if (report.total() > 0) {
        seen++;
        worst.add(new Ranked(value, report));
        if (worst.size() > 2 * MOST) {
          keepWorst(worst);
        }
      }
    }
    keepWorst(worst);
    List<SloReport> reports = new ArrayList<>();
    List<EventSeries> named = new ArrayList<>();
    for (Ranked one : worst) {
      EventSeries events = groups.of(slo, field, one.value);
      named.add(events);
      Events sure = events.between(passed.start(), passed.end());
      reports.add(
          one.report
              .of(new Group(field.key(), one.value))
              .with(
                  bounds(
                      uncounted,
                      sure,
                      new Events(sure.good() + uncounted, sure.total() + uncounted))));
    }
    boolean cut = groups.isCut(field);
    if (seen > 0 || cut) {
      EventSeries left = all.without(named);
      SloReport rest = report(left);
      if (rest.total() > 0) {
        Rest values =
            new Rest(
                seen - worst.size() + (cut ? 1 : 0),
                cut || uncounted > 0,
                cut ? (long) GroupValues.MOST : null);
        Events most = left.between(passed.start(), passed.end());
        reports.add(
            rest.of(new Group(field.key(), values))
                .with(
                    bounds(
                        uncounted,
                        new Events(
                            Math.max(0, most.good() - uncounted),
                            Math.max(0, most.total() - uncounted)),
                        most)));
      }
    }
    return reports;
  }

  private static void keepWorst(List<Ranked> all) {
    all.sort(WORST_FIRST);
    all.subList(Math.min(MOST, all.size()), all.size()).clear();
  }

  private SloReport report(EventSeries events) {
    return new SloEvaluation(slo, events, plan.periodOf(slo)).report(AlertState.QUIET);
  }

  /** Bounds of a group in events, whatever the budgeting method counts; null when it is exact. */
  private @Nullable Estimate bounds(long uncounted, Events least, Events most) {
    return uncounted == 0
        ? null
        : new Estimate(
            String.format(
                Locale.ROOT,
                "The groups by %s came after some logs had been read, and they were not read again: %d"
                    + " requests of the SLO window are among all others, whatever their %s.",
                field.key(),
                uncounted,
                field.key()),
            least.good(),
            most.good(),
            least.total(),
            most.total());
  }
}
