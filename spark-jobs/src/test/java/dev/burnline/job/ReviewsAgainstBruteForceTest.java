package dev.burnline.job;

import static dev.burnline.job.GeneratedLogs.incident;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.burnline.evaluate.IsoWeek;
import dev.burnline.evaluate.ReportScope;
import dev.burnline.oracle.BruteForceReviews;
import dev.burnline.oracle.OracleSlo;
import dev.burnline.oracle.ReportDifference;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What weekly reports and budget reviews have besides, against counting request by request. */
class ReviewsAgainstBruteForceTest {

  private static final List<OracleSlo> SLOS =
      List.of(OracleSlo.availability999(), OracleSlo.latency95Within10s());

  /** Forty days that end with a Sunday: five whole weeks, 30 days, and weeks with clock changes. */
  @ParameterizedTest
  @CsvSource({
    "1, 2026-10-25, Europe/Berlin, contract",
    "2, 2026-11-22, UTC, minimal",
    "3, 2026-04-05, Asia/Kathmandu, minimal"
  })
  void every_day_week_and_objective_agrees(
      long seed, LocalDate sunday, ZoneId zone, String format, @TempDir Path folder)
      throws Exception {
    Path logs = logs(seed, sunday, format, folder);
    BruteForceReviews naive = new BruteForceReviews(List.of(logs), SLOS, zone);
    LocalDate monday = sunday.minusDays(6);

    // Both from one store, as they would be: the second report reads no log again.
    JsonNode weekly =
        NightlyJobs.report(
            List.of(logs),
            new ReportScope.Week(Optional.of(new IsoWeek(monday))),
            zone,
            folder.resolve("work"));
    JsonNode budget =
        NightlyJobs.report(
            List.of(logs),
            new ReportScope.Budget(Optional.of(sunday)),
            zone,
            folder.resolve("work"));

    assertThat(weekly.at("/services")).hasSize(2);
    assertThat(weekly.at("/weekly/week").textValue()).isEqualTo(new IsoWeek(monday).toString());
    assertThat(weeklyDifferences(naive, weekly, monday)).isEmpty();
    assertThat(budgetDifferences(naive, budget, sunday)).isEmpty();
    assertThat(weekly.findValuesAsText("outcome")).contains("MET", "MISSED");
    assertThat(budget.findValuesAsText("exhausted_at")).anyMatch(at -> !at.equals("null"));
    assertThat(budget.findValues("per_minute")).allMatch(JsonNode::isEmpty);
  }

  private static List<String> weeklyDifferences(
      BruteForceReviews naive, JsonNode report, LocalDate monday) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < report.at("/services").size(); i++) {
      JsonNode service = report.at("/services/" + i);
      String name = service.path("service").textValue();
      JsonNode compared = service.path("compared_with");
      all.addAll(
          ReportDifference.between(
              naive.measures(name, monday.minusDays(7), monday.minusDays(1)),
              compared.path("previous")));
      all.addAll(
          ReportDifference.between(
              naive.measures(name, monday.minusDays(28), monday.minusDays(1)),
              compared.path("baseline_7d")));
      JsonNode week = report.at("/weekly/services/" + i);
      assertThat(week.path("service").textValue()).isEqualTo(name);
      all.addAll(ReportDifference.between(naive.failures(name, monday), week.path("failures")));
      for (OracleSlo slo : SLOS) {
        JsonNode of = named(week.path("slos"), slo);
        all.addAll(ReportDifference.between(naive.days(name, slo, monday), of.path("days")));
        all.addAll(ReportDifference.between(naive.spend(name, slo, monday), of.path("spend")));
      }
    }
    return all;
  }

  private static List<String> budgetDifferences(
      BruteForceReviews naive, JsonNode report, LocalDate asOf) {
    List<String> all = new ArrayList<>();
    for (JsonNode service : report.at("/budget_review/services")) {
      String name = service.path("service").textValue();
      for (OracleSlo slo : SLOS) {
        JsonNode of = named(service.path("slos"), slo);
        all.addAll(ReportDifference.between(naive.burnDown(name, slo, asOf), of.path("days")));
        all.addAll(
            ReportDifference.between(naive.projection(name, slo, asOf), of.path("projection")));
        all.addAll(ReportDifference.between(naive.whatIf(name, slo, asOf), of.path("what_if")));
      }
    }
    return all;
  }

  private static JsonNode named(JsonNode slos, OracleSlo slo) {
    for (JsonNode of : slos) {
      if (of.path("slo").asText().equals(slo.name())) {
        return of;
      }
    }
    throw new AssertionError("no SLO " + slo.name() + " in " + slos);
  }

  private static Path logs(long seed, LocalDate sunday, String format, Path folder)
      throws Exception {
    String incidents =
        "incidents:\n"
            + incident("cuda_oom", sunday.minusDays(4), "14:05", "45m")
            + incident("error_burst", sunday.minusDays(12), "09:00", "60m")
            + incident("throughput_collapse", sunday.minusDays(2), "08:00", "90m")
            + incident("queue_backlog", sunday.minusDays(18), "12:00", "40m")
            + incident("malformed_input_burst", sunday.minusDays(11), "10:00", "30m")
            + incident("error_burst", sunday.minusDays(30), "01:00", "60m")
            + incident("repeated_lines", sunday.minusDays(5), "17:00", "20m");
    return GeneratedLogs.write(
        folder,
        incidents,
        "--seed=" + seed,
        "--start=" + sunday.minusDays(38),
        "--days=40",
        "--requests=20000",
        "--services=chat:%s@3,code:minimal@1".formatted(format),
        "--rotate-mb=5");
  }
}
