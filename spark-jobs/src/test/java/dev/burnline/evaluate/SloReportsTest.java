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

  private static final Slo PLAIN = SomeSlos.of("true", "status = 'success'");
  private static final Slo GROUPED = SomeSlos.of("true", "status = 'success'", LogField.TENANT);

  @TempDir private Path folder;

  private List<SloReport> reports(Slo slo, List<Slo> asked) throws IOException {
    CrunchedLogs crunched = new CrunchedLogs(folder.resolve("logs"), folder.resolve("store"));
    crunched.crunch(asked, 1L << 30);
    ServiceTally tally = Objects.requireNonNull(crunched.tallies(asked).get("chat"));
    return new SloReports(slo, tally, DAY).list(tally.events(slo), AlertState.QUIET, List.of());
  }

  private List<SloReport> reports() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int request = 0; request < 10; request++) {
      for (int tenant = 0; tenant <= 25; tenant++) {
        String status = request < tenant % 13 % 10 ? "error" : "success";
        lines.append(line(request * 26 + tenant, tenant == 25 ? null : tenant, status));
      }
    }
    Files.writeString(Files.createDirectories(folder.resolve("logs")).resolve("app.log"), lines);
    return reports(GROUPED, List.of(GROUPED));
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
    assertThat(reports.get(21).group())
        .isEqualTo(new SloReport.Group("tenant", new SloReport.Rest(5, false, null)));
    assertThat(reports).extracting(SloReport::estimate).containsOnlyNulls();
    List<SloReport> groups = reports.subList(1, 22);
    assertThat(groups.stream().mapToLong(SloReport::total).sum()).isEqualTo(260);
    assertThat(groups.stream().mapToLong(SloReport::bad).sum()).isEqualTo(reports.get(0).bad());
    assertThat(groups.stream().mapToLong(one -> one.period().total()).sum()).isEqualTo(260);
  }

  @Test
  void whereNoRequestHasAValueThereAreNoGroups() throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("logs")).resolve("app.log"),
        line(1, null, "success") + line(2, null, "error"));

    assertThat(reports(GROUPED, List.of(GROUPED))).hasSize(1);
  }

  @Test
  void groupsThatCameAfterTheirLogsSayWhatTheyLack() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Files.writeString(logs.resolve("app.log"), line(1, 1, "success") + line(2, 2, "error"));
    reports(PLAIN, List.of(PLAIN));
    Files.delete(logs.resolve("app.log"));
    Files.writeString(logs.resolve("later.log"), line(61, 1, "success"));

    List<SloReport> reports = reports(GROUPED, List.of(GROUPED));

    assertThat(reports.subList(1, 3))
        .extracting(SloReport::estimate)
        .extracting(one -> one.totalAtLeast() + ".." + one.totalAtMost())
        .containsExactly("1..3", "0..2");
    assertThat(reports.get(2).group())
        .isEqualTo(new SloReport.Group("tenant", new SloReport.Rest(0, true, null)));
    assertThat(Objects.requireNonNull(reports.get(1).estimate()).reason())
        .isEqualTo(
            "The groups by tenant came after some logs had been read, and they were not read again: 2 requests"
                + " of the SLO window are among all others, whatever their tenant.");
  }

  @Test
  void anSloWithoutGroupsIsAlone() throws IOException {
    reports();

    assertThat(reports(PLAIN, List.of(PLAIN))).hasSize(1);
  }
}
