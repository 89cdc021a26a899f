package dev.burnline.report;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.SloReport.Group;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a weekly report has beside its services: how the week went day by day and against the weeks
 * before.
 *
 * @param week the ISO week, for example {@code 2026-W47}
 * @param services one entry per service of the report, in its order
 * @param regressions what became worst against the week before, at most three, worst first
 * @param improvements what became better against the week before, at most three, best first
 * @param nights the nightly reports of the week's days, in order; empty when none of them is known
 */
public record WeeklySummary(
    String week,
    List<ServiceWeek> services,
    List<Change> regressions,
    List<Change> improvements,
    List<Night> nights) {

  public WeeklySummary {
    requireNonNull(week, "week is null");
    services = List.copyOf(services);
    regressions = List.copyOf(regressions);
    improvements = List.copyOf(improvements);
    nights = List.copyOf(nights);
  }

  /**
   * The week of one service.
   *
   * @param slos in the order of the service's SLOs
   * @param failures errors that came or went, or whose rate changed beyond chance, by movement,
   *     then most first; empty when the week before has no request
   */
  public record ServiceWeek(String service, List<SloWeek> slos, List<FailureMover> failures)
      implements Serializable {

    public ServiceWeek {
      requireNonNull(service, "service is null");
      slos = List.copyOf(slos);
      failures = List.copyOf(failures);
    }
  }

  /**
   * The week of one SLO.
   *
   * @param slo its name
   * @param group as in {@link SloReport#group()}
   * @param days the seven days
   * @param spend the four weeks before and this one, in order
   */
  public record SloWeek(String slo, @Nullable Group group, List<Day> days, List<Spend> spend)
      implements Serializable {

    public SloWeek {
      requireNonNull(slo, "slo is null");
      days = List.copyOf(days);
      spend = List.copyOf(spend);
    }

    /** How many of the days missed the objective. */
    public long missedDays() {
      return days.stream().filter(day -> day.outcome() == DayOutcome.MISSED).count();
    }
  }

  /** Whether a day alone met the objective. */
  public enum DayOutcome {
    MET,
    MISSED,
    /** No event on the day. */
    NO_DATA
  }

  /**
   * Events of one civil day, in the unit of the budgeting method.
   *
   * @param sli good over total; null without events
   */
  public record Day(
      LocalDate date, DayOutcome outcome, long good, long total, long bad, @Nullable Double sli)
      implements Serializable {

    public Day {
      requireNonNull(date, "date is null");
      requireNonNull(outcome, "outcome is null");
    }
  }

  /**
   * Bad events of one week, against one and the same budget.
   *
   * @param monday its first day
   * @param budgetShare bad events over the budget of the SLO window at this week's end (of a
   *     calendar window: over the projected one); null when that window has no event
   */
  public record Spend(
      LocalDate monday, long good, long total, long bad, @Nullable Double budgetShare)
      implements Serializable {

    public Spend {
      requireNonNull(monday, "monday is null");
    }
  }

  /**
   * A measure that became better or worse.
   *
   * @param measure {@code error_rate}, {@code throughput_tps.weighted_mean}, or a time and its
   *     percentile such as {@code ttft_ms.p95}
   * @param before the week before
   * @param factor by which it became worse (or better, among improvements), above 1; where one of
   *     the values is 0 it stands for half an event
   * @param countNow how many values {@code now} is made of
   * @param countBefore how many values {@code before} is made of
   */
  public record Change(
      String service,
      String measure,
      double now,
      double before,
      double factor,
      long countNow,
      long countBefore) {

    public Change {
      requireNonNull(service, "service is null");
      requireNonNull(measure, "measure is null");
    }
  }

  /** How the errors of one kind moved against the week before; in JSON in lower case. */
  public enum Movement {
    NEW,
    GROWING,
    SHRINKING,
    GONE
  }

  /**
   * Requests that failed in one way.
   *
   * @param errorType the error type, or the status where the lines name no type
   * @param requests in this week
   * @param before in the week before
   * @param total all requests of the service in this week
   * @param totalBefore all requests of the service in the week before
   */
  public record FailureMover(
      String errorType, Movement movement, long requests, long before, long total, long totalBefore)
      implements Serializable {

    public FailureMover {
      requireNonNull(errorType, "errorType is null");
      requireNonNull(movement, "movement is null");
    }
  }

  /**
   * The nightly report of one day.
   *
   * @param state whether it is there
   * @param revision 1 for a first report; null when it is missing
   * @param lateLines lines that came after its first version; null when it is missing
   * @param verdict null when it is missing
   */
  public record Night(
      LocalDate date,
      NightState state,
      @Nullable Integer revision,
      @Nullable Long lateLines,
      @Nullable Verdict verdict) {

    public Night {
      requireNonNull(date, "date is null");
      requireNonNull(state, "state is null");
    }
  }

  /** What became of a nightly report; in JSON in lower case. */
  public enum NightState {
    REPORTED,
    REVISED,
    MISSING
  }
}
