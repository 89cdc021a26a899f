package dev.burnline.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.burnline.report.Report;
import dev.burnline.report.SampleBudgets;
import dev.burnline.report.SampleReports;
import dev.burnline.report.SampleWeeks;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages, mails and tables byte for byte. */
class GoldenTest {

  @TempDir private Path folder;

  @Test
  void aMissedNight() throws Exception {
    check("missed", SampleReports.missed(), Locale.ENGLISH);
    for (String table : List.of("slos.csv", "services.csv", "latency.csv", "slowest.csv")) {
      Goldens.check("missed/" + table, Files.readString(folder.resolve(table)));
    }
    Goldens.check("missed/report.json", Files.readString(folder.resolve("report.json")));
  }

  @Test
  void aNightAtRiskInChinese() throws Exception {
    check("at-risk-zh", SampleReports.atRisk(), Locale.SIMPLIFIED_CHINESE);
  }

  @Test
  void anOverspentBudget() throws Exception {
    check("exhausted", SampleReports.exhausted(), Locale.ENGLISH);
  }

  @Test
  void aNightWithoutRequests() throws Exception {
    check("no-data", SampleReports.noData(), Locale.ENGLISH);
  }

  @Test
  void anIncompleteNight() throws Exception {
    check("incomplete", SampleReports.incomplete(), Locale.ENGLISH);
  }

  @Test
  void hostileNames() throws Exception {
    check("hostile", SampleReports.hostile(), Locale.ENGLISH);
  }

  @Test
  void aWeek() throws Exception {
    check("weekly", SampleWeeks.weekly(), Locale.ENGLISH);
    for (String table : List.of("slo_days.csv", "budget_weeks.csv", "changes.csv", "nights.csv")) {
      Goldens.check("weekly/" + table, Files.readString(folder.resolve(table)));
    }
  }

  @Test
  void aBudgetReview() throws Exception {
    check("budget", SampleBudgets.budget(), Locale.ENGLISH);
    for (String table : List.of("burn_down.csv", "ledger.csv", "what_if.csv", "actions.csv")) {
      Goldens.check("budget/" + table, Files.readString(folder.resolve(table)));
    }
  }

  @Test
  void aBudgetReviewInChinese() throws Exception {
    check("budget-zh", SampleBudgets.budget(), Locale.SIMPLIFIED_CHINESE);
  }

  private void check(String name, Report report, Locale locale)
      throws IOException, MessagingException {
    new ReportRenderer(RenderSettings.defaults().in(locale)).write(report, folder);
    Goldens.check(name + "/report.html", Files.readString(folder.resolve("report.html"), UTF_8));
    ReadMail mail = ReadMail.of(Files.readAllBytes(folder.resolve("report.eml")));
    Goldens.check(name + "/mail-headers.txt", mail.headers());
    Goldens.check(name + "/mail.txt", mail.text());
    Goldens.check(name + "/mail.html", mail.html());
  }
}
