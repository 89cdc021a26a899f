package dev.burnline.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.report.Report;
import dev.burnline.report.SampleReports;
import dev.burnline.report.ServiceBuilder;
import dev.burnline.report.SloBuilder;
import dev.burnline.report.SloReport;
import dev.burnline.report.Verdict;
import jakarta.mail.Message;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ReportMailTest {

  private final ReportRenderer renderer = new ReportRenderer(RenderSettings.defaults());

  @Test
  void theStructureIsMixedAlternativeRelated() throws Exception {
    ReadMail mail = read(SampleReports.missed());

    assertThat(mail.mixed().getContentType()).startsWith("multipart/mixed");
    assertThat(mail.alternative().getContentType()).startsWith("multipart/alternative");
    assertThat(mail.related().getContentType()).startsWith("multipart/related");
    assertThat(mail.alternative().getBodyPart(0).getContentType())
        .isEqualTo("text/plain; charset=UTF-8");
    assertThat(mail.related().getBodyPart(0).getContentType())
        .isEqualTo("text/html; charset=UTF-8");
    assertThat(mail.mixed().getCount()).isEqualTo(2);
  }

  @Test
  void theSubjectSaysVerdictServiceDateIndicatorAndBudget() throws Exception {
    assertThat(read(SampleReports.missed()).message().getSubject())
        .isEqualTo(
            "[MISSED] DeepSeek-R1-Distill-Qwen-1.5B +1 · 2026-11-23"
                + " · Availability 98.53 % (obj 99.9 %) · budget −9.3 % left");
    assertThat(read(SampleReports.met()).message().getSubject())
        .isEqualTo("[MET] chat · 2026-11-23 · p95 7.08 s (obj 10 s) · budget 67 % left");
    assertThat(read(SampleReports.noData()).message().getSubject())
        .startsWith("[NO DATA] chat · 2026-11-23 · ");
    assertThat(read(SampleReports.empty()).message().getSubject())
        .isEqualTo("[NO DATA] nightly report · 2026-11-23");
  }

  @Test
  void headersFollowFromTheReportAlone() throws Exception {
    Message mail = read(SampleReports.met()).message();

    assertThat(mail.getHeader("Date")).containsExactly("Tue, 24 Nov 2026 00:30:07 +0000");
    assertThat(mail.getHeader("Message-ID")[0])
        .matches("<nightly\\.2026-11-23\\.[0-9a-f]{24}@localhost>");
    assertThat(mail.getHeader("References")).containsExactly("<nightly.2026-11.thread@localhost>");
    assertThat(mail.getHeader("In-Reply-To")).containsExactly("<nightly.2026-11.thread@localhost>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("List-Id"))
        .containsExactly("Burnline nightly <nightly.burnline.localhost>");
    assertThat(mail.getHeader("To")).containsExactly("undisclosed-recipients:;");
    assertThat(mail.getHeader("From")).containsExactly("Burnline <burnline@localhost>");
  }

  @Test
  void equalReportsGiveEqualBytesAndOthersAnotherId() throws Exception {
    assertThat(renderer.mail(SampleReports.missed()))
        .isEqualTo(renderer.mail(SampleReports.missed()));
    assertThat(read(SampleReports.atRisk()).message().getHeader("Message-ID"))
        .isNotEqualTo(read(SampleReports.exhausted()).message().getHeader("Message-ID"));
  }

  @Test
  void everyPictureIsReferredToOnceAndIsAnIndexedPng() throws Exception {
    ReadMail mail = read(SampleReports.missed());
    Matcher references = Pattern.compile("src=\"cid:([^\"]+)\"").matcher(mail.html());

    assertThat(references.results().map(found -> "<" + found.group(1) + ">"))
        .containsExactlyElementsOf(mail.pictures().keySet())
        .containsExactly("<requests@burnline>", "<latency@burnline>");
    for (byte[] png : mail.pictures().values()) {
      var image = ImageIO.read(new ByteArrayInputStream(png));
      assertThat(image.getWidth()).isEqualTo(1200);
      assertThat(image.getHeight()).isEqualTo(360);
      assertThat(image.getColorModel()).isInstanceOf(java.awt.image.IndexColorModel.class);
      assertThat(image.getRGB(5, 5)).isEqualTo(0xffffffff);
      assertThat(png.length).isLessThan(64 * 1024);
    }
    assertThat(mail.related().getBodyPart(1).getHeader("Content-Disposition"))
        .containsExactly("inline; filename=\"requests.png\"");
    assertThat(mail.html()).doesNotContain("alt=\"\"");
  }

  @Test
  void theMinutesAreAttachedAsZippedCsv() throws Exception {
    var attachment = read(SampleReports.met()).attachment();

    assertThat(attachment.getFileName()).isEqualTo("per_minute.csv.gz");
    assertThat(new GZIPInputStream(attachment.getInputStream()).readAllBytes())
        .asString(UTF_8)
        .startsWith("\"service\",\"minute\",")
        .contains("\"chat\",\"2026-11-23T10:00:00Z\",");
  }

  @Test
  void fiftyServicesStayBelowWhatMailProgramsClip() throws Exception {
    ReadMail mail = read(SampleReports.many());

    assertThat(mail.html().getBytes(UTF_8).length).isLessThan(80 * 1024);
    assertThat(mail.html()).contains("And 30 more services");
    assertThat(mail.text()).contains("And 30 more services");
  }

  @Test
  void ofManyErrorTypesTheMostFrequentAreListedAndTheOthersCounted() throws Exception {
    var types = new TreeMap<String, Long>();
    for (int i = 0; i < 5_000; i++) {
      types.put("failed for request %04d".formatted(i), 1L + i);
    }
    var chat = ServiceBuilder.aService("chat").errorTypes(types).build();

    String text = read(SampleReports.report(Verdict.MET, chat)).text();

    assertThat(text)
        .contains("Errors by type: failed for request 4999 5,000, failed for request 4998 4,999, ")
        .contains("failed for request 4989 4,990, and 4,989 more (12,447,555 requests)")
        .hasSizeLessThan(4_000);
  }

  @Test
  void theWorstObjectivesAreShownAndTheOthersCounted() throws Exception {
    var slos = new ArrayList<SloReport>();
    for (int i = 0; i < 11; i++) {
      slos.add(SloBuilder.availability().called("Calm " + i).period(0, 1_000).build());
    }
    slos.add(SloBuilder.availability().called("The missed one").period(50, 1_000).build());
    var chat = ServiceBuilder.aService("chat").slos(slos.toArray(SloReport[]::new)).build();

    ReadMail mail = read(SampleReports.report(Verdict.MISSED, chat));

    assertThat(mail.text())
        .containsSubsequence("* The missed one", "* Calm 0 ", "* Calm 6 ")
        .doesNotContain("Calm 7")
        .contains("* And 4 more objectives, none worse than these, on the page.");
    assertThat(mail.html())
        .containsSubsequence(">The missed one</th>", ">Calm 0</th>", ">Calm 6</th>")
        .doesNotContain("Calm 7")
        .contains("And 4 more objectives, none worse than these, on the page.");
  }

  @Test
  void whatThePageSaysOfTheDataStandsInTheMailToo() throws Exception {
    ReadMail mail = read(SampleReports.incomplete());

    for (String body : List.of(mail.text(), mail.html())) {
      assertThat(body)
          .contains("19 repeated (12 requests)")
          .contains("7 finished but not in the log (by heartbeats)")
          .contains("logs in /var/log/llm keep 5.2 h, a report of a day needs more than 24 h")
          .contains("Not read: /var/log/llm/app.log.3.gz");
    }
  }

  @Test
  void theTextStandsOnItsOwn() throws Exception {
    assertThat(read(SampleReports.missed()).text())
        .contains("✕ MISSED - nightly report")
        .contains("missed Availability: 98.53 % against an objective of 99.9 %")
        .contains("Error budget left: −9.3 % (−112 requests")
        .contains("! Error rate: 1.5 % (≤ 1 %) breached")
        .doesNotContain("<", "&#", "\u00a0");
  }

  @Test
  void theLanguageIsSaidAndChinese() throws Exception {
    var chinese = new ReportRenderer(RenderSettings.defaults().in(Locale.SIMPLIFIED_CHINESE));
    ReadMail mail = ReadMail.of(chinese.mail(SampleReports.missed()));

    assertThat(mail.message().getSubject()).startsWith("[未达标] ");
    assertThat(mail.html()).contains("<html lang=\"zh-CN\">", "错误预算");
  }

  @Test
  void namedReadersAreWritten() throws Exception {
    var settings =
        new RenderSettings(
            Locale.ENGLISH, "SRE <sre@example.org>", List.of("Ann <ann@example.org>", "b@x.org"));
    Message mail = ReadMail.of(new ReportRenderer(settings).mail(SampleReports.met())).message();

    assertThat(mail.getHeader("To")).containsExactly("Ann <ann@example.org>, b@x.org");
    assertThat(mail.getHeader("Message-ID")[0]).endsWith("@example.org>");
  }

  @Test
  void addressesThatAreNoneAreRefusedByName() {
    assertThatThrownBy(() -> to("a@x.org\r\nBcc: b@x.org"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "address must not contain line breaks or NUL, got one at 7 of"
                + " 'a@x.org\\r\\nBcc: b@x.org'");
    assertThatThrownBy(() -> to("nobody")).hasMessageStartingWith("address 'nobody' ");
    assertThatThrownBy(() -> to("a b@c@d"))
        .hasMessageStartingWith("address 'a b@c@d' is not valid: ");
  }

  @Test
  void hostileNamesStayInTheirPlaces() throws Exception {
    ReadMail mail = read(SampleReports.hostile());

    assertThat(mail.message().getHeader("Bcc")).isNull();
    assertThat(mail.message().getSubject()).doesNotContain("\r", "\n", "\u202e", "\u0000");
    assertThat(mail.html())
        .doesNotContain("<script", "<img src=x", "\u202e", "\u200b", "\u001b")
        .contains("&lt;script&gt;");
    assertThat(mail.text()).doesNotContain("\u202e", "\u200b", "\u001b", "\nBcc:");
  }

  private static ReportRenderer to(String address) {
    return new ReportRenderer(new RenderSettings(Locale.ENGLISH, "a@x.org", List.of(address)));
  }

  private ReadMail read(Report report) throws Exception {
    return ReadMail.of(renderer.mail(report));
  }
}
