package dev.burnline.evaluate;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.Report.Kind;
import dev.burnline.rollup.Extent;
import dev.burnline.slo.Slo;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a report is asked for: its kind and its time, or the last complete one in the store. */
public sealed interface ReportScope {

  /** Returns the kind of the report. */
  Kind kind();

  /**
   * Plans the report.
   *
   * @param extents of the store, with at least one line when no time is asked for
   */
  Planned plan(Collection<Extent> extents, ZoneId zone, Collection<Slo> slos);

  /**
   * A planned report.
   *
   * @param name its kind and time, fit for a folder: {@code nightly-2026-11-22}, {@code
   *     weekly-2026-W47}, {@code budget-2026-11-22}
   * @param warnings what is to be said of its time
   */
  record Planned(ReportPlan plan, String name, List<String> warnings) {

    public Planned {
      requireNonNull(plan, "plan is null");
      requireNonNull(name, "name is null");
      warnings = List.copyOf(warnings);
    }
  }

  /** One civil day. */
  record Night(Optional<LocalDate> date) implements ReportScope {

    public Night {
      requireNonNull(date, "date is null");
    }

    @Override
    public Kind kind() {
      return Kind.NIGHTLY;
    }

    @Override
    public Planned plan(Collection<Extent> extents, ZoneId zone, Collection<Slo> slos) {
      LastCompleteDay day = day(date, extents, zone);
      return planned(
          ReportPlan.nightly(day.date(), zone, slos),
          "nightly-" + day.date(),
          day.warnings(),
          extents);
    }
  }

  /** One ISO week. */
  record Week(Optional<IsoWeek> week) implements ReportScope {

    public Week {
      requireNonNull(week, "week is null");
    }

    @Override
    public Kind kind() {
      return Kind.WEEKLY;
    }

    @Override
    public Planned plan(Collection<Extent> extents, ZoneId zone, Collection<Slo> slos) {
      LastCompleteWeek chosen =
          week.map(asked -> new LastCompleteWeek(asked, List.of()))
              .or(() -> LastCompleteWeek.of(extents, zone))
              .orElseThrow();
      return planned(
          ReportPlan.weekly(chosen.week(), zone, slos),
          "weekly-" + chosen.week(),
          chosen.warnings(),
          extents);
    }
  }

  /** The budgets at the end of one civil day. */
  record Budget(Optional<LocalDate> asOf) implements ReportScope {

    public Budget {
      requireNonNull(asOf, "asOf is null");
    }

    @Override
    public Kind kind() {
      return Kind.BUDGET;
    }

    @Override
    public Planned plan(Collection<Extent> extents, ZoneId zone, Collection<Slo> slos) {
      LastCompleteDay day = day(asOf, extents, zone);
      return planned(
          ReportPlan.budget(day.date(), zone, slos),
          "budget-" + day.date(),
          day.warnings(),
          extents);
    }
  }

  private static LastCompleteDay day(
      Optional<LocalDate> asked, Collection<Extent> extents, ZoneId zone) {
    return asked
        .map(date -> new LastCompleteDay(date, List.of()))
        .or(() -> LastCompleteDay.of(extents, zone))
        .orElseThrow();
  }

  /**
   * A time before or after the logs is mostly a slip, or logs that stopped coming; where it was
   * chosen for want of another, that is said already.
   */
  private static Planned planned(
      ReportPlan plan, String name, List<String> warnings, Collection<Extent> extents) {
    List<String> all = new ArrayList<>(warnings);
    LocalDate last = plan.lastDay();
    LoggedMinutes.of(extents)
        .ifPresent(
            logged -> {
              if (warnings.isEmpty()) {
                logged
                    .endBefore(last, plan.zone(), "the last day of this report")
                    .ifPresent(all::add);
              }
              logged.beginAfter(plan.window(), "this report ends").ifPresent(all::add);
            });
    return new Planned(plan, name, all);
  }
}
