package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.budget.Slos;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPlanTest {

  private static final List<Slo> MONTH = List.of(Slos.slo("0.999", "30d"));

  @Test
  void a_day_in_utc_is_24_hours() {
    ReportPlan plan = plan("2026-11-22", "UTC", MONTH);

    assertThat(text(plan.window())).isEqualTo("2026-11-22T00:00:00Z/2026-11-23T00:00:00Z");
    assertThat(text(plan.previous())).isEqualTo("2026-11-21T00:00:00Z/2026-11-22T00:00:00Z");
    assertThat(text(plan.baseline())).isEqualTo("2026-11-15T00:00:00Z/2026-11-22T00:00:00Z");
    assertThat(text(plan.heatmap())).isEqualTo("2026-11-16T00:00:00Z/2026-11-23T00:00:00Z");
    assertThat(text(plan.sloHistory())).isEqualTo("2026-10-24T00:00:00Z/2026-11-23T00:00:00Z");
    assertThat(text(plan.alertReplay())).isEqualTo("2026-10-23T00:00:00Z/2026-11-23T00:00:00Z");
    assertThat(text(plan.alertHistory())).isEqualTo("2026-10-20T00:00:00Z/2026-11-23T00:00:00Z");
    assertThat(plan.needed()).isEqualTo(plan.alertHistory());
  }

  @Test
  void civil_days_are_23_or_25_hours_where_clocks_change_and_slo_windows_are_not() {
    ReportPlan autumn = plan("2026-10-25", "Europe/Berlin", MONTH);
    assertThat(text(autumn.window())).isEqualTo("2026-10-24T22:00:00Z/2026-10-25T23:00:00Z");
    assertThat(text(autumn.previous())).isEqualTo("2026-10-23T22:00:00Z/2026-10-24T22:00:00Z");
    assertThat(text(autumn.sloHistory())).isEqualTo("2026-09-25T23:00:00Z/2026-10-25T23:00:00Z");

    ReportPlan spring = plan("2026-03-29", "Europe/Berlin", MONTH);
    assertThat(text(spring.window())).isEqualTo("2026-03-28T23:00:00Z/2026-03-29T22:00:00Z");

    ReportPlan after = plan("2026-10-28", "Europe/Berlin", MONTH);
    assertThat(text(after.baseline())).isEqualTo("2026-10-20T22:00:00Z/2026-10-27T23:00:00Z");
  }

  @Test
  void a_day_may_begin_after_midnight_and_at_odd_offsets() {
    assertThat(text(plan("2026-09-06", "America/Santiago", MONTH).window()))
        .as("clocks go from 00:00 to 01:00")
        .isEqualTo("2026-09-06T04:00:00Z/2026-09-07T03:00:00Z");
    assertThat(text(plan("2026-11-22", "Asia/Kathmandu", MONTH).window()))
        .isEqualTo("2026-11-21T18:15:00Z/2026-11-22T18:15:00Z");
    assertThat(text(plan("2026-10-04", "Australia/Lord_Howe", MONTH).window()))
        .as("clocks change by half an hour")
        .isEqualTo("2026-10-03T13:30:00Z/2026-10-04T13:00:00Z");
  }

  @Test
  void a_calendar_window_is_needed_from_its_start_and_a_short_one_with_its_lookbacks() {
    assertThat(text(plan("2026-11-22", "UTC", List.of(calendar("1Q", 1))).sloHistory()))
        .isEqualTo("2026-09-30T22:00:00Z/2026-11-23T00:00:00Z");
    assertThat(text(plan("2026-11-01", "UTC", List.of(calendar("1M", 1))).sloHistory()))
        .as("three days before a window that has begun the day before")
        .isEqualTo("2026-10-30T00:00:00Z/2026-11-02T00:00:00Z");
    assertThat(text(plan("2026-11-22", "UTC", List.of(calendar("1Q", 360))).sloHistory()))
        .as("from the start of the slice of six hours in which the window starts")
        .isEqualTo("2026-09-30T18:00:00Z/2026-11-23T00:00:00Z");
  }

  /** Begins at midnight in Berlin on the first of a month; slices of more than a minute. */
  private static Slo calendar(String duration, int sliceMinutes) {
    return Slos.slo(
        "0.999",
        new TimeWindow.Calendar(
            DurationShorthand.parse(duration).orElseThrow(),
            LocalDateTime.of(2025, 1, 1, 0, 0),
            ZoneId.of("Europe/Berlin")),
        sliceMinutes == 1
            ? new BudgetingMethod.Occurrences()
            : new BudgetingMethod.RatioTimeslices(
                DurationShorthand.parse(sliceMinutes + "m").orElseThrow()),
        LowTrafficGuard.DEFAULT);
  }

  @Test
  void without_slos_the_comparison_needs_most() {
    ReportPlan plan = plan("2026-11-22", "UTC", List.of());

    assertThat(plan.sloHistory()).isEqualTo(plan.window());
    assertThat(text(plan.needed())).isEqualTo("2026-11-15T00:00:00Z/2026-11-23T00:00:00Z");
  }

  @Test
  void the_report_says_its_window_in_its_zone() {
    var window = plan("2026-10-25", "Europe/Berlin", MONTH).reportWindow();

    assertThat(window.start()).hasToString("2026-10-24T22:00:00Z");
    assertThat(window.end()).hasToString("2026-10-25T23:00:00Z");
    assertThat(window.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void a_week_goes_from_monday_to_monday_and_needs_the_four_before() {
    ReportPlan plan =
        ReportPlan.weekly(
            IsoWeek.parse("2026-W43").orElseThrow(), ZoneId.of("Europe/Berlin"), MONTH);

    assertThat(text(plan.window()))
        .as("169 hours: clocks go back on the Sunday")
        .isEqualTo("2026-10-18T22:00:00Z/2026-10-25T23:00:00Z");
    assertThat(text(plan.previous())).isEqualTo("2026-10-11T22:00:00Z/2026-10-18T22:00:00Z");
    assertThat(text(plan.baseline())).isEqualTo("2026-09-20T22:00:00Z/2026-10-18T22:00:00Z");
    assertThat(plan.heatmap()).isEqualTo(plan.window());
    assertThat(text(plan.sloHistory())).isEqualTo("2026-09-25T23:00:00Z/2026-10-25T23:00:00Z");
    assertThat(text(plan.counted())).isEqualTo("2026-09-15T22:00:00Z/2026-10-25T23:00:00Z");
    assertThat(plan.needed()).isEqualTo(plan.counted());
    assertThat(plan.hasMinutes()).isFalse();
  }

  @Test
  void a_budget_is_reviewed_over_the_longest_slo_window() {
    ReportPlan plan =
        ReportPlan.budget(LocalDate.parse("2026-10-31"), ZoneId.of("Europe/Berlin"), MONTH);

    assertThat(text(plan.window())).isEqualTo("2026-10-01T23:00:00Z/2026-10-31T23:00:00Z");
    assertThat(text(plan.previous())).isEqualTo("2026-09-01T23:00:00Z/2026-10-01T23:00:00Z");
    assertThat(plan.baseline().start()).isEqualTo(plan.baseline().end());
    assertThat(plan.sloHistory()).isEqualTo(plan.window());
    assertThat(
            text(
                ReportPlan.budget(LocalDate.parse("2026-11-22"), ZoneId.of("UTC"), List.of())
                    .window()))
        .isEqualTo("2026-11-22T00:00:00Z/2026-11-23T00:00:00Z");
  }

  private static ReportPlan plan(String date, String zone, List<Slo> slos) {
    return ReportPlan.nightly(LocalDate.parse(date), ZoneId.of(zone), slos);
  }

  private static String text(MinuteSpan span) {
    return MinuteSpan.instantOf(span.start()) + "/" + MinuteSpan.instantOf(span.end());
  }
}
