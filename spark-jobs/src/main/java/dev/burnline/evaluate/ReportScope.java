package dev.burnline.evaluate;

import static java.util.Objects.requireNonNull;

import dev.burnline.rollup.Extent;
import dev.burnline.slo.Slo;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;

/** What a report is asked for: its kind and its time, or the last complete one in the store. */
public sealed interface ReportScope {

  /**
   * Plans the report.
   *
   * @param extents of the store, with at least one line when no time is asked for
   */
  ReportPlan plan(Collection<Extent> extents, ZoneId zone, Collection<Slo> slos);

  /** One civil day. */
  record Night(Optional<LocalDate> date) implements ReportScope {

    public Night {
      requireNonNull(date, "date is null");
    }

    @Override
    public ReportPlan plan(Collection<Extent> extents, ZoneId zone, Collection<Slo> slos) {
      return ReportPlan.nightly(date.orElseGet(() -> lastDay(extents, zone)), zone, slos);
    }
  }

  /** One ISO week. */
  record Week(Optional<IsoWeek> week) implements ReportScope {

    public Week {
      requireNonNull(week, "week is null");
    }

    @Override
    public ReportPlan plan(Collection<Extent> extents, ZoneId zone, Collection<Slo> slos) {
      return ReportPlan.weekly(
          week.orElseGet(() -> IsoWeek.lastOverBy(lastDay(extents, zone))), zone, slos);
    }
  }

  /** The budgets at the end of one civil day. */
  record Budget(Optional<LocalDate> asOf) implements ReportScope {

    public Budget {
      requireNonNull(asOf, "asOf is null");
    }

    @Override
    public ReportPlan plan(Collection<Extent> extents, ZoneId zone, Collection<Slo> slos) {
      return ReportPlan.budget(asOf.orElseGet(() -> lastDay(extents, zone)), zone, slos);
    }
  }

  private static LocalDate lastDay(Collection<Extent> extents, ZoneId zone) {
    return LastCompleteDay.of(extents, zone).orElseThrow();
  }
}
