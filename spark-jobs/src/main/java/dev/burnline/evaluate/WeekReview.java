package dev.burnline.evaluate;

import dev.burnline.report.WeeklySummary.Day;
import dev.burnline.report.WeeklySummary.DayOutcome;
import dev.burnline.report.WeeklySummary.FailureMover;
import dev.burnline.report.WeeklySummary.Movement;
import dev.burnline.report.WeeklySummary.ServiceWeek;
import dev.burnline.report.WeeklySummary.SloWeek;
import dev.burnline.report.WeeklySummary.Spend;
import dev.burnline.slo.budget.Events;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Works out how a service's week went. */
final class WeekReview {

  private final ReportPlan plan;

  WeekReview(ReportPlan plan) {
    this.plan = plan;
  }

  ServiceWeek of(ServiceTally tally, List<EvaluatedSlo> slos) {
    return new ServiceWeek(tally.key(), slos.stream().map(this::slo).toList(), failures(tally));
  }

  private SloWeek slo(EvaluatedSlo slo) {
    return new SloWeek(slo.report().name(), slo.report().group(), days(slo), spend(slo));
  }

  private List<Day> days(EvaluatedSlo slo) {
    return CivilDay.of(plan.window(), plan.zone()).stream()
        .map(
            day -> {
              Events events = slo.in(day.minutes());
              return new Day(
                  day.date(),
                  outcome(slo, events),
                  events.good(),
                  events.total(),
                  events.bad(),
                  events.sli());
            })
        .toList();
  }

  /** Exact: good >= target * total. */
  private static DayOutcome outcome(EvaluatedSlo slo, Events events) {
    if (events.total() == 0) {
      return DayOutcome.NO_DATA;
    }
    BigDecimal needed = slo.slo().target().multiply(BigDecimal.valueOf(events.total()));
    return BigDecimal.valueOf(events.good()).compareTo(needed) >= 0
        ? DayOutcome.MET
        : DayOutcome.MISSED;
  }

  private List<Spend> spend(EvaluatedSlo slo) {
    LocalDate monday = IsoWeek.of(plan.lastDay()).monday();
    Optional<BigDecimal> budget = slo.budget();
    List<Spend> weeks = new ArrayList<>();
    for (int before = ReportPlan.WEEKS_BEFORE; before >= 0; before--) {
      LocalDate first = monday.minusWeeks(before);
      Events events = slo.in(MinuteSpan.ofDays(first, first.plusWeeks(1), plan.zone()));
      Double share =
          budget
              .map(all -> BigDecimal.valueOf(events.bad()).divide(all, MathContext.DECIMAL128))
              .map(BigDecimal::doubleValue)
              .orElse(null);
      weeks.add(new Spend(first, events.good(), events.total(), events.bad(), share));
    }
    return weeks;
  }

  private static List<FailureMover> failures(ServiceTally tally) {
    long total = tally.window().requests();
    long totalBefore = tally.previous().requests();
    if (totalBefore == 0) {
      return List.of();
    }
    Map<String, Long> now = tally.window().failures();
    Map<String, Long> before = tally.previous().failures();
    var types = new TreeSet<>(now.keySet());
    types.addAll(before.keySet());
    List<FailureMover> movers = new ArrayList<>();
    for (String type : types) {
      long requests = now.getOrDefault(type, 0L);
      long earlier = before.getOrDefault(type, 0L);
      Movement movement = movement(requests, total, earlier, totalBefore);
      if (movement != null) {
        movers.add(new FailureMover(type, movement, requests, earlier, total, totalBefore));
      }
    }
    movers.sort(
        Comparator.comparing(FailureMover::movement)
            .thenComparing(mover -> -Math.max(mover.requests(), mover.before())));
    return movers;
  }

  /**
   * That an error is new or gone is a fact, however rare it is; that it grows or shrinks is said of
   * its share of the requests. Null where that differs by no more than chance alone brings.
   */
  private static @Nullable Movement movement(long now, long total, long before, long totalBefore) {
    if (before == 0 || now == 0) {
      return before == 0 ? Movement.NEW : Movement.GONE;
    }
    if (!RateChange.isBeyondChance(now, total, before, totalBefore)) {
      return null;
    }
    return (double) now / total > (double) before / totalBefore
        ? Movement.GROWING
        : Movement.SHRINKING;
  }
}
