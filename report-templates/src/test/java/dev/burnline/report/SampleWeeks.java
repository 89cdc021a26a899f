package dev.burnline.report;

import dev.burnline.report.WeeklySummary.Change;
import dev.burnline.report.WeeklySummary.Day;
import dev.burnline.report.WeeklySummary.DayOutcome;
import dev.burnline.report.WeeklySummary.FailureMover;
import dev.burnline.report.WeeklySummary.Movement;
import dev.burnline.report.WeeklySummary.Night;
import dev.burnline.report.WeeklySummary.NightState;
import dev.burnline.report.WeeklySummary.ServiceWeek;
import dev.burnline.report.WeeklySummary.SloWeek;
import dev.burnline.report.WeeklySummary.Spend;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Weekly reports, made of the services that the nights of the samples have. */
public final class SampleWeeks {

  private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");

  private SampleWeeks() {}

  /** Two days missed, one night missing and one revised. */
  public static Report weekly() {
    return weeklyOf(SampleReports.missed(), "cuda_oom");
  }

  /** A week in which every text is an attacker's. */
  public static Report hostileWeek() {
    return weeklyOf(SampleReports.hostile(), Hostile.NAME);
  }

  /** A week of fifty services. */
  public static Report weekOfMany() {
    return weeklyOf(SampleReports.many(), "cuda_oom");
  }

  /** A week without events, and without nightly reports beside it. */
  public static Report silentWeek() {
    Report night = SampleReports.noData();
    var weeks = new ArrayList<ServiceWeek>();
    for (ServiceReport service : night.services()) {
      var slos =
          service.wholeSlos().stream()
              .map(slo -> new SloWeek(slo.name(), null, silentDays(), spend(slo, false)))
              .toList();
      weeks.add(new ServiceWeek(service.service(), slos, List.of()));
    }
    return week(night, new WeeklySummary("2026-W47", weeks, List.of(), List.of(), List.of()));
  }

  private static Report weeklyOf(Report night, String error) {
    String first = night.services().get(0).service();
    var weeks = new ArrayList<ServiceWeek>();
    for (ServiceReport service : night.services()) {
      boolean missed = service.verdict() == Verdict.MISSED;
      var slos =
          service.wholeSlos().stream()
              .map(slo -> new SloWeek(slo.name(), null, days(missed), spend(slo, missed)))
              .toList();
      weeks.add(new ServiceWeek(service.service(), slos, missed ? failures(error) : List.of()));
    }
    return week(
        night,
        new WeeklySummary(
            "2026-W47",
            weeks,
            List.of(
                new Change(first, "error_rate", 0.0146, 0.0021, 6.95, 43_180, 41_884),
                new Change(first, "ttft_ms.p95", 1_274.4, 1_180.1, 1.08, 42_549, 41_674)),
            List.of(
                new Change(
                    first, "throughput_tps.weighted_mean", 44.5, 41.25, 1.079, 42_549, 41_674)),
            nights()));
  }

  private static Report week(Report night, WeeklySummary weekly) {
    return new Report(
        Report.SCHEMA,
        Report.Kind.WEEKLY,
        night.run(),
        new Window(
            Instant.parse("2026-11-16T00:00:00Z"),
            Instant.parse("2026-11-23T00:00:00Z"),
            ZoneId.of("UTC")),
        night.verdict(),
        night.completeness(),
        night.services().stream().map(SampleWeeks::withoutMinutes).toList(),
        List.of(),
        weekly,
        null);
  }

  private static List<Day> days(boolean missed) {
    var days = new ArrayList<Day>();
    for (int day = 0; day < 7; day++) {
      boolean isMissed = missed && (day == 2 || day == 4);
      long bad = isMissed ? 120L * day : day;
      days.add(
          new Day(
              MONDAY.plusDays(day),
              isMissed ? DayOutcome.MISSED : DayOutcome.MET,
              40_000 - bad,
              40_000,
              bad,
              (40_000 - bad) / 40_000.0));
    }
    return days;
  }

  private static List<Day> silentDays() {
    return java.util.stream.IntStream.range(0, 7)
        .mapToObj(MONDAY::plusDays)
        .map(date -> new Day(date, DayOutcome.NO_DATA, 0, 0, 0, null))
        .toList();
  }

  private static List<Spend> spend(SloReport slo, boolean missed) {
    var weeks = new ArrayList<Spend>();
    for (int before = 4; before >= 0; before--) {
      long bad = missed && before == 0 ? 734 : 12L * before;
      long total = slo.budget() == null ? 0 : 280_000;
      Double share = slo.budget() == null ? null : (Double) (bad / slo.budget().total());
      LocalDate monday = MONDAY.minusWeeks(before);
      weeks.add(new Spend(monday, Math.max(0, total - bad), total, total == 0 ? 0 : bad, share));
    }
    return weeks;
  }

  private static List<FailureMover> failures(String error) {
    return List.of(
        new FailureMover(error, Movement.NEW, 402, 0, 280_000, 274_000),
        new FailureMover("generation_timeout", Movement.GROWING, 118, 41, 280_000, 274_000),
        new FailureMover("queue_timeout", Movement.SHRINKING, 14, 88, 280_000, 274_000),
        new FailureMover("engine_error", Movement.GONE, 0, 23, 280_000, 274_000));
  }

  private static List<Night> nights() {
    var nights = new ArrayList<Night>();
    for (int day = 0; day < 7; day++) {
      LocalDate date = MONDAY.plusDays(day);
      nights.add(
          switch (day) {
            case 1 -> new Night(date, NightState.MISSING, null, null, null);
            case 3 -> new Night(date, NightState.REVISED, 2, 118L, Verdict.MET);
            default -> new Night(date, NightState.REPORTED, 1, 0L, Verdict.MET);
          });
    }
    return nights;
  }

  /** Only nights have minutes. */
  private static ServiceReport withoutMinutes(ServiceReport of) {
    return withoutMinutes(of, of.slos());
  }

  /** The same with these SLOs. */
  static ServiceReport withoutMinutes(ServiceReport of, List<SloReport> slos) {
    return new ServiceReport(
        of.service(),
        of.verdict(),
        of.requests(),
        of.errors(),
        of.errorRate(),
        of.statusCounts(),
        of.errorTypes(),
        of.finishReasons(),
        of.requestsPerSecond(),
        of.inputTokens(),
        of.outputTokens(),
        of.latency(),
        of.throughput(),
        of.kpis(),
        slos,
        of.inputLengthHistogram(),
        List.of(),
        of.loadHeatmap(),
        of.gpus(),
        of.slowest(),
        of.comparedWith());
  }
}
