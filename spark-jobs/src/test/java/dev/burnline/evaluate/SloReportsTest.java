package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.SloReport;
import dev.burnline.scan.LogField;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.AlertState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty-five tenants with ten requests each, of which tenant k fails k, and some without one. */
class SloReportsTest {

  private static final ReportPlan DAY =
      ReportPlan.nightly(
          LocalDate.parse("2026-11-22"), ZoneOffset.UTC, List.of(SomeSlos.of("true", "true")));

  @TempDir private Path folder;

  private List<SloReport> reports() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int request = 0; request < 10; request++) {
      for (int tenant = 0; tenant <= 25; tenant++) {
        String status = request < tenant % 13 % 10 ? "error" : "success";
        lines.append(line(request * 26 + tenant, tenant == 25 ? null : tenant, status));
      }
    }
    Files.writeString(Files.createDirectories(folder.resolve("logs")).resolve("app.log"), lines);
    Slo slo = SomeSlos.of("true", "status = 'success'", LogField.TENANT);
    CrunchedLogs crunched = new CrunchedLogs(folder.resolve("logs"), folder.resolve("store"));
    crunched.crunch(List.of(slo), 1L << 30);
    ServiceTally tally = Objects.requireNonNull(crunched.tallies(List.of(slo)).get("chat"));
    return new SloReports(slo, tally, DAY).list(tally.events(slo), AlertState.QUIET, List.of());
  }

  private static String line(int second, @Nullable Integer tenant, String status) {
    return "{\"timestamp\":\"2026-11-22T%02d:%02d:%02dZ\",\"service\":\"chat\",\"status\":\"%s\"%s}\n"
        .formatted(
            second / 3600,
            second / 60 % 60,
            second % 60,
            status,
            tenant == null ? "" : ",\"tenant\":\"t%02d\"".formatted(tenant));
  }

  @Test
  void theWorstTwentyStandOnTheirOwnAndAllAddUp() throws IOException {
    List<SloReport> reports = reports();

    assertThat(reports).hasSize(22);
    assertThat(reports.get(0).group()).isNull();
    assertThat(reports.get(0).total()).isEqualTo(260);
    assertThat(reports.subList(1, 22)).extracting(SloReport::group).doesNotContainNull();
    List<String> named =
        reports.subList(1, 21).stream()
            .map(one -> Objects.requireNonNull(one.group()).value() + " " + one.bad())
            .toList();
    assertThat(String.join(", ", named))
        .isEqualTo(
            "t09 9, t22 9, t08 8, t21 8, t07 7, t20 7, t06 6, t19 6, t05 5, t18 5"
                + ", t04 4, t17 4, t03 3, t16 3, t02 2, t12 2, t15 2, t01 1, t11 1, t14 1");
    assertThat(reports.get(21).group()).isEqualTo(new SloReport.Group("tenant", "(other)"));
    List<SloReport> groups = reports.subList(1, 22);
    assertThat(groups.stream().mapToLong(SloReport::total).sum()).isEqualTo(260);
    assertThat(groups.stream().mapToLong(SloReport::bad).sum()).isEqualTo(reports.get(0).bad());
    assertThat(groups.stream().mapToLong(one -> one.period().total()).sum()).isEqualTo(260);
  }

  @Test
  void anSloWithoutGroupsIsAlone() throws IOException {
    reports();
    Slo slo = SomeSlos.of("true", "status = 'success'");
    CrunchedLogs crunched = new CrunchedLogs(folder.resolve("logs"), folder.resolve("store"));
    crunched.crunch(List.of(slo), 1L << 30);
    ServiceTally tally = Objects.requireNonNull(crunched.tallies(List.of(slo)).get("chat"));

    assertThat(new SloReports(slo, tally, DAY).list(tally.events(slo), AlertState.QUIET, List.of()))
        .hasSize(1);
  }
}
