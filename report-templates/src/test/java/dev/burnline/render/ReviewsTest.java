package dev.burnline.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.Report;
import dev.burnline.report.ReportJson;
import dev.burnline.report.SampleBudgets;
import dev.burnline.report.SampleReports;
import dev.burnline.report.SampleWeeks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages, mails and tables of weekly reports and budget reviews. */
class ReviewsTest {

  @TempDir private Path folder;

  private final ReportRenderer renderer = new ReportRenderer(RenderSettings.defaults());

  static List<Report> all() {
    return List.of(
        SampleWeeks.weekly(),
        SampleWeeks.silentWeek(),
        SampleWeeks.hostileWeek(),
        SampleBudgets.budget(),
        SampleBudgets.silentBudget(),
        SampleBudgets.hostileBudget());
  }

  @Test
  void aWeekShowsItsDaysWhatChangedAndWhichNightsAreOdd() throws Exception {
    String page = page(SampleWeeks.weekly());

    assertThat(page)
        .contains("Missed on 2 of 7 days: Wed 18, Fri 20.")
        .contains("change for the worse against the week before: Error rate of DeepSeek-R1-Distill")
        .contains("<td class=\"day o-MISSED\" title=\"2026-11-18: missed, 240 of 40,000 bad\">")
        .contains("2026-11-17: missing", "2026-11-19: revised (revision 2, 118 late lines)")
        .contains("against the 4 weeks before", "4 weeks 0.")
        .doesNotContain("against 7 days");
  }

  @Test
  void aReviewShowsTheBurnDownWhatItWasSpentOnAndWhatIsDue() throws Exception {
    String page = page(SampleBudgets.budget());

    assertThat(page)
        .contains(
            "Due: freeze releases (limit: 100 % consumed); Post-mortem: page, 2026-11-23 14:09")
        .contains("<li>Post-mortem: page, 2026-11-23 14:09 – 15:04 spent 55 % of the budget</li>")
        .contains("aria-label='Overspent: −9.3 % of the budget is left.")
        .contains(
            "post-mortem required",
            "uncategorised",
            "29.4× over 1h · 177× over 5m",
            "99.9 % (this one)")
        .contains("The budget is used up at 2026-11-27 03:00 if the last day goes on");
  }

  @Test
  void aCalendarWindowThatGoesOnSaysWhichBudgetIsSoFarAndWhichIsProjected() throws Exception {
    String json = new String(ReportJson.write(SampleBudgets.budget()), UTF_8);
    String goesOn = json.replace("\"projected_total\": null", "\"projected_total\": 4321");
    String whole = page(SampleBudgets.budget());

    assertThat(goesOn).isNotEqualTo(json);
    assertThat(page(ReportJson.read(goesOn.getBytes(UTF_8))))
        .contains("<dt>Error budget left so far</dt>", "Of the projected budget")
        .contains("of the budget projected to the window&#39;s end is left")
        .contains("count the 4,321 projected to the window&#39;s end.");
    assertThat(whole).contains("<dt>Error budget left</dt>").doesNotContain("projected");
  }

  @Test
  void whatABudgetWasSpentOnStandsOnceForEachSlo() throws Exception {
    Report budget = SampleBudgets.budget();
    long slos = budget.services().stream().mapToLong(of -> of.wholeSlos().size()).sum();

    assertThat(page(budget).split("<h5>Spent on</h5>", -1)).hasSize((int) slos + 1);
    assertThat(page(budget)).doesNotContain("<details class=\"ledger\">");
    assertThat(page(SampleWeeks.weekly())).contains("<details class=\"ledger\">");
  }

  @Test
  void groupsHaveNoBudgetOfTheirOwnAndTheSloAfterThemHasIts() throws Exception {
    String page = page(SampleBudgets.groupsFirst());

    assertThat(page.split("<h5>Spent on</h5>", -1)).as("two SLOs").hasSize(2 + 1);
    assertThat(page)
        .containsSubsequence(
            "<h3>Where the error budget went</h3>",
            ">Latency ",
            "Post-mortem: page, 2026-11-23 14:09 – 15:04 spent 95 % of the budget");
  }

  @Test
  void whatHasNoEventsSaysSo() throws Exception {
    assertThat(page(SampleWeeks.silentWeek()))
        .contains("The week before has no request to compare with.", "o-NO_DATA")
        .contains("nothing beyond chance")
        .doesNotContain("Nightly reports", "NaN", ">null");
    assertThat(page(SampleBudgets.silentBudget()))
        .contains("There is no event in the SLO window.", "check that requests are logged")
        .doesNotContain("NaN", ">null", "Burn-down</h4>");
  }

  @Test
  void subjectsNameTheWeekOrTheLastDay() throws Exception {
    assertThat(mail(SampleWeeks.weekly()).message().getSubject())
        .isEqualTo(
            "[MISSED] DeepSeek-R1-Distill-Qwen-1.5B +1 · 2026-W47"
                + " · Availability 98.53 % (obj 99.9 %) · 2 of 7 days missed"
                + " · budget −9.3 % left");
    assertThat(mail(SampleBudgets.budget()).message().getSubject())
        .isEqualTo(
            "[MISSED] DeepSeek-R1-Distill-Qwen-1.5B +1 · 2026-11-23"
                + " · Availability 98.53 % (obj 99.9 %) · budget −9.3 % left · freeze releases");
    assertThat(mail(SampleBudgets.budget()).message().getHeader("Message-ID")[0])
        .startsWith("<budget.2026-11-23.");
    assertThat(mail(SampleWeeks.weekly()).message().getHeader("References"))
        .containsExactly("<weekly.2026-11.thread@localhost>");
  }

  @Test
  void onlyAReviewHasAPictureInItsMail() throws Exception {
    assertThat(mail(SampleWeeks.weekly()).pictures()).isEmpty();
    assertThat(mail(SampleWeeks.weekly()).html()).doesNotContain("There is no picture");
    assertThat(mail(SampleBudgets.budget()).pictures()).containsOnlyKeys("<burn_down@burnline>");
    assertThat(mail(SampleBudgets.budget()).html()).contains("alt=\"Overspent: ");
  }

  @Test
  void theDaysAreAttached() throws Exception {
    assertThat(attached(SampleWeeks.weekly(), "slo_days.csv.gz"))
        .contains("\"2026-11-18\",\"MISSED\",\"39760\",\"40000\",\"240\",\"0.994\"");
    assertThat(attached(SampleBudgets.budget(), "burn_down.csv.gz"))
        .startsWith("\"service\",\"slo\",\"group\",\"date\",\"end\",")
        .contains("\"2026-11-23\",\"2026-11-24T00:00:00Z\"");
  }

  @Test
  void fiftyServicesStayBelowWhatMailProgramsClip() throws Exception {
    for (Report report : List.of(SampleWeeks.weekOfMany(), SampleBudgets.budgetOfMany())) {
      assertThat(mail(report).html().getBytes(UTF_8).length)
          .as(report.kind().toString())
          .isLessThan(80 * 1024);
    }
  }

  @Test
  void eachKindHasItsTables() throws Exception {
    renderer.write(SampleWeeks.weekly(), folder.resolve("week"));
    renderer.write(SampleBudgets.budget(), folder.resolve("budget"));
    renderer.write(SampleReports.met(), folder.resolve("night"));

    assertThat(folder.resolve("week"))
        .isDirectoryContaining("glob:**/{slo_days,budget_weeks,changes,failure_movers,nights}.csv")
        .isDirectoryNotContaining("glob:**/burn_down.csv");
    assertThat(folder.resolve("week/changes.csv"))
        .content()
        .contains("\"worse\",\"DeepSeek-R1-Distill-Qwen-1.5B\",\"error_rate\",\"0.0146\"");
    assertThat(folder.resolve("budget/ledger.csv"))
        .content()
        .contains("\"incident\",\"page 2026-11-23T14:09:00Z/2026-11-23T15:04:00Z\",\"658\"")
        .contains("\"req-01HF8Z3K6 req-01HF8Z1QA\"");
    assertThat(folder.resolve("budget/burn_windows.csv")).content().contains("\"0.507\"");
    assertThat(folder.resolve("night"))
        .isDirectoryNotContaining("glob:**/{slo_days,burn_down}.csv");
    for (String kind : List.of("week", "budget", "night")) {
      assertThat(folder.resolve(kind).resolve("ledger.csv"))
          .as(kind)
          .content()
          .startsWith("\"service\",\"slo\",\"group\",\"by\",\"label\",\"bad\",");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void itsJsonAloneIsEnoughToRenderItAgain(Report report) throws Exception {
    renderer.write(report, folder.resolve("first"));
    renderer.write(ReportJson.read(folder.resolve("first/report.json")), folder.resolve("second"));

    for (String file : List.of("report.html", "report.eml", "report.json", "slos.csv")) {
      assertThat(folder.resolve("second").resolve(file))
          .as(file)
          .hasSameBinaryContentAs(folder.resolve("first").resolve(file));
    }
  }

  @Test
  void hostileNamesAreShownAsWhatTheyAre() throws Exception {
    for (Report report : List.of(SampleWeeks.hostileWeek(), SampleBudgets.hostileBudget())) {
      ReadMail mail = mail(report);
      assertThat(mail.message().getHeader("Bcc")).isNull();
      assertThat(mail.message().getSubject()).doesNotContain("\r", "\n", "\u202e", "\u0000");
      for (String text : List.of(page(report), mail.html())) {
        assertThat(text)
            .doesNotContain("<script", "<img src=x", "\u202e", "\u200b", "\u2066", "\u001b")
            .contains("&lt;script&gt;");
      }
      assertThat(mail.text()).doesNotContain("\u202e", "\u200b", "\u001b", "\nBcc:");
    }
    renderer.write(SampleBudgets.hostileBudget(), folder);
    assertThat(folder.resolve("ledger.csv"))
        .content()
        .contains("\"'=cmd|")
        .doesNotContain("\u202e", "\u0000", "\"=cmd");
  }

  @Test
  void thePolicyOfThePageHoldsForBoth() throws Exception {
    for (Report report : List.of(SampleWeeks.weekly(), SampleBudgets.budget())) {
      assertThat(page(report))
          .doesNotContain("<script", " style=", "<link", "<img", "https://", "url(")
          .doesNotContain("<th>");
    }
  }

  @Test
  void chineseReadersGetChinese() throws Exception {
    var chinese = new ReportRenderer(RenderSettings.defaults().in(Locale.SIMPLIFIED_CHINESE));
    chinese.write(SampleBudgets.budget(), folder);

    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("错误预算的去向", "需要事后复盘", "未归类", "若采用其他目标");
    assertThat(ReadMail.of(chinese.mail(SampleWeeks.weekly())).text())
        .contains("7 天中有 2 天未达标：周三 18、周五 20。", "恶化: 错误率");
  }

  private String attached(Report report, String name) throws Exception {
    var attachment = mail(report).attachment();
    assertThat(attachment.getFileName()).isEqualTo(name);
    return new String(new GZIPInputStream(attachment.getInputStream()).readAllBytes(), UTF_8);
  }

  private ReadMail mail(Report report) throws Exception {
    return ReadMail.of(renderer.mail(report));
  }

  /** The page with plain spaces. */
  private String page(Report report) throws Exception {
    renderer.write(report, folder);
    return Files.readString(folder.resolve("report.html")).replace('\u00a0', ' ');
  }
}
