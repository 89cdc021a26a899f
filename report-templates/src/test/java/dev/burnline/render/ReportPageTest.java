package dev.burnline.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.Report;
import dev.burnline.report.SampleReports;
import dev.burnline.report.SampleSpend;
import dev.burnline.report.SloBuilder;
import dev.burnline.report.SloReport.Rest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportPageTest {

  @TempDir private Path folder;

  static Stream<Arguments> verdicts() {
    return Stream.of(
        Arguments.of(
            SampleReports.met(),
            "✓</span> Met",
            "All 2 objectives were met. Closest: Latency of chat at 99.045 % against 95 %"),
        Arguments.of(
            SampleReports.atRisk(),
            "▲</span> At risk",
            "with 19 % left it is used up at 2026-11-27 03:40 if the last day goes on."),
        Arguments.of(
            SampleReports.exhausted(),
            "▲</span> At risk",
            "But the error budget of Availability for chat is used up (−38 % left)"),
        Arguments.of(
            SampleReports.missed(),
            "✕</span> Missed",
            "98.53 % against an objective of 99.9 %; 631 of 43,180 requests (1.5 %) were bad."
                + " Errors: 80 % of them between 14:"),
        Arguments.of(
            SampleReports.noData(),
            "○</span> No data",
            "No request finished between 2026-11-23 00:00 and 2026-11-24 00:00; 96 log lines"),
        Arguments.of(
            SampleReports.incomplete(),
            "◐</span> Incomplete",
            "2.8 % of the lines are lost (1,480) or unusable (2)"));
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void theVerdictComesFirstWithItsCause(Report report, String verdict, String cause)
      throws Exception {
    String page = page(report).replace('\u00a0', ' ');

    assertThat(page).contains(verdict, cause);
    assertThat(page.indexOf(verdict)).isLessThan(page.indexOf("<h2"));
  }

  @Test
  void thePolicyAllowsTheStyleSheetAndNothingElse() throws Exception {
    String page = page(SampleReports.missed());
    Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page);
    assertThat(style.find()).isTrue();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(UTF_8));

    assertThat(page)
        .contains(
            "content=\"default-src 'none'; style-src 'sha256-%s'; base-uri 'none'"
                .formatted(Base64.getEncoder().encodeToString(hash)))
        .doesNotContain("<script", " style=", "<link", "<img", "http://", "https://", "url(");
  }

  @Test
  void everyTableHasScopesAndEveryPictureWords() throws Exception {
    String page = page(SampleReports.missed());

    assertThat(page).contains("<html lang=\"en\">").doesNotContain("<th>", "<th class");
    assertThat(count(page, "role='img'")).isEqualTo(10);
    assertThat(count(page, "role='img' aria-label='[^']{20,}'")).isEqualTo(10);
    assertThat(page.replace('\u00a0', ' '))
        .contains("aria-label='50 minutes with p95 over 10 s. The highest p95 is ");
  }

  @Test
  void changesAreWithheldWhenThereIsLittleToCompare() throws Exception {
    assertThat(page(SampleReports.met())).contains("withheld, too few values (");
    assertThat(page(SampleReports.missed())).doesNotContain("withheld, too few");
  }

  @Test
  void groupsStandUnderTheirSloAndNowhereElse() throws Exception {
    String page = page(SampleReports.missed()).replace('\u00a0', ' ');

    assertThat(page.split("<tr><th scope=\"row\">tenant: ", -1)).hasSize(21);
    assertThat(page)
        .contains("tenant: team-00", "<tr><th scope=\"row\">all others (5 values of tenant)</th>")
        .doesNotContain("team-20");
    assertThat(page.indexOf("team-00")).isLessThan(page.indexOf("team-01"));
    assertThat(count(page, "<article class=\"slo ")).isEqualTo(4);
  }

  @Test
  void theRestOfTheGroupsIsSaidToBeWhatItIs() throws Exception {
    assertThat(page(SampleSpend.restIs(new Rest(1, false, null))))
        .contains("all others (1 value of tenant)");
    assertThat(page(SampleSpend.restIs(new Rest(0, false, null))))
        .contains("<th scope=\"row\">requests without tenant</th>");
    assertThat(page(SampleSpend.restIs(new Rest(980, true, 1000L))))
        .contains(
            "all others (at least 980 values of tenant)",
            "More than 1,000 values of tenant were seen. 1,000 of them, chosen by hash, are counted"
                + " one by one, and the worst are the worst of these.");
  }

  @Test
  void aTenantCanBeCalledLikeTheRest() throws Exception {
    Report report = SampleSpend.restIs(new Rest(5, false, null));

    assertThat(page(report))
        .contains(
            "<th scope=\"row\">tenant: (other)</th>",
            "<th scope=\"row\">all others (5 values of tenant)</th>");
  }

  @Test
  void whatIsNotKnownOfGroupsIsSaidOnce() throws Exception {
    String page = page(SampleSpend.groupsCameLate("Up to 10 events may belong here."));

    assertThat(count(page, "Up to 10 events may belong here.")).isEqualTo(1);
  }

  @Test
  void theLedgerNamesIncidentsInTheReportsZoneAndWhatNeedsAPostMortem() throws Exception {
    assertThat(page(SampleReports.missed()).replace('\u00a0', ' '))
        .contains(
            "Post-mortem required: page, 2026-11-23 14:12 – 15:30 spent 76 % of the budget.",
            "<th scope=\"row\">cuda_oom<span class=\"id sub\">req-81, req-82</span></th>",
            "<th scope=\"row\">uncategorised");
  }

  @Test
  void aBudgetBelowOneEventIsSaidToBeOne() throws Exception {
    Report small = SampleReports.with(SloBuilder.availability().window(0, 999).build());
    Report enough = SampleReports.with(SloBuilder.availability().window(0, 1_000).build());

    assertThat(page(small))
        .contains("The budget is below one event: one bad event in 30d uses up more than all of");
    assertThat(page(enough)).doesNotContain("below one event");
  }

  @Test
  void whatHasNoDataSaysSoAndIsNotDrawn() throws Exception {
    assertThat(page(SampleReports.noData()))
        .contains("There is no event in the 30d window (rolling).", "no events in the last day")
        .contains("No request finished in the window.", "No GPU sample in the window.", "no data")
        .doesNotContain("role='img'", "NaN", "null");
  }

  @Test
  void fiftyServicesAreListedWorstFirstAndFolded() throws Exception {
    String page = page(SampleReports.many());

    assertThat(page.split("<details class=\"service\" open>", -1)).hasSize(2);
    assertThat(page.split("<details class=\"service\">", -1)).hasSize(50);
    assertThat(page.indexOf("href=\"#s1\">tenant-03-")).isPositive();
    assertThat(page.indexOf("tenant-37-")).isLessThan(page.indexOf("tenant-00-"));
    assertThat(page.length()).isLessThan(8_000_000);
  }

  @Test
  void hostileNamesAreShownAsWhatTheyAre() throws Exception {
    assertThat(page(SampleReports.hostile()))
        .doesNotContain("<script", "<img", "\u202e", "\u200b", "\u2066", "\u001b", "\u0000")
        .contains("=cmd|&#39;/c calc&#39;!A1&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(page(SampleReports.hostile("a\u202eb\u200bc"))).contains("a\\u{202e}b\\u{200b}c");
  }

  @Test
  void chineseReadersGetChinese() throws Exception {
    new ReportRenderer(RenderSettings.defaults().in(Locale.CHINA))
        .write(SampleReports.missed(), folder);

    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("<html lang=\"zh-CN\">", "未达标", "剩余错误预算", "周一 2026-11-23 00:00");
  }

  private static long count(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().count();
  }

  private String page(Report report) throws Exception {
    new ReportRenderer(RenderSettings.defaults()).write(report, folder);
    return Files.readString(folder.resolve("report.html"));
  }
}
