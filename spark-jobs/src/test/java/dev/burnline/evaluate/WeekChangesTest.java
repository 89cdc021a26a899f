package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.burnline.report.ServiceReport;
import dev.burnline.report.ServiceReport.Comparison;
import dev.burnline.report.ServiceReport.DurationFigures;
import dev.burnline.report.ServiceReport.Latency;
import dev.burnline.report.ServiceReport.Measures;
import dev.burnline.report.ServiceReport.RequestsPerSecond;
import dev.burnline.report.ServiceReport.Throughput;
import dev.burnline.report.ServiceReport.TokenFigures;
import dev.burnline.report.Verdict;
import dev.burnline.report.WeeklySummary.Change;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeekChangesTest {

  @Test
  void the_worst_three_of_all_services_come_first() {
    WeekChanges changes =
        WeekChanges.of(
            List.of(
                service("a", week(1000, 40, 300, 30.0), week(1000, 10, 100, 60.0)),
                service("b", week(1000, 10, 500, 60.0), week(1000, 10, 100, 60.0))));

    assertThat(changes.regressions())
        .extracting(Change::service, Change::measure, Change::factor)
        .containsExactly(
            tuple("b", "duration_ms.p50", 5.0),
            tuple("b", "duration_ms.p95", 5.0),
            tuple("a", "error_rate", 4.0));
    assertThat(changes.improvements()).isEmpty();
  }

  @Test
  void more_throughput_and_fewer_errors_are_better() {
    WeekChanges changes =
        WeekChanges.of(List.of(service("a", week(1000, 0, 100, 90.0), week(1000, 20, 100, 60.0))));

    assertThat(changes.regressions()).isEmpty();
    assertThat(changes.improvements())
        .extracting(Change::measure, Change::factor)
        .as("no error counts as half of one")
        .containsExactly(tuple("error_rate", 40.0), tuple("throughput_tps.weighted_mean", 1.5));
  }

  @Test
  void what_chance_or_few_values_bring_is_no_change() {
    assertThat(changes(week(1000, 12, 104, 60.0), week(1000, 10, 100, 60.0)))
        .as("2 errors more, 4 % slower")
        .isEmpty();
    assertThat(changes(week(19, 15, 900, 60.0), week(1000, 10, 100, 60.0)))
        .as("19 requests")
        .isEmpty();
    assertThat(changes(week(150, 0, 900, 60.0), week(150, 0, 100, 60.0)))
        .extracting(Change::measure)
        .as("150 values are enough for a median, not for p95")
        .containsExactly("duration_ms.p50");
    assertThat(changes(week(1000, 0, 900, 60.0), null)).as("nothing before").isEmpty();
  }

  private static List<Change> changes(Measures now, @Nullable Measures before) {
    WeekChanges changes = WeekChanges.of(List.of(service("a", now, before)));
    assertThat(changes.improvements()).isEmpty();
    return changes.regressions();
  }

  private static Measures week(long requests, long errors, double median, double throughput) {
    var duration =
        new DurationFigures(
            requests - errors, median, median, median, median, 2 * median, median, median, median);
    return new Measures(
        requests,
        errors,
        (double) errors / requests,
        new Latency(duration, null, null, null),
        new Throughput(throughput, null, null, null),
        null,
        null);
  }

  private static ServiceReport service(String name, Measures now, @Nullable Measures before) {
    var none = new TokenFigures(0, null, null, null, null, null);
    return new ServiceReport(
        name,
        Verdict.MET,
        now.requests(),
        now.errors(),
        now.errorRate(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new RequestsPerSecond(0, 0),
        none,
        none,
        now.latency(),
        now.throughput(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Comparison(before, null));
  }
}
