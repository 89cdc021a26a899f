package dev.burnline.render.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.render.words.Words;
import dev.burnline.report.Completeness;
import dev.burnline.report.Report;
import dev.burnline.report.Run;
import dev.burnline.report.Run.UnreadSource;
import dev.burnline.report.SampleReports;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.Verdict;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CauseTest {

  private static final String UNREAD =
      "Sources that could not be read: 1, first app.log.3.gz: unexpected end of gzip data.";

  @Test
  void aNightWithoutDataNamesTheSourceThatCouldNotBeRead() {
    assertThat(cause(unread(SampleReports.noData(), 0))).endsWith(" " + UNREAD);
    assertThat(cause(unread(SampleReports.empty(), 0))).endsWith(" " + UNREAD);
    assertThat(cause(SampleReports.noData())).doesNotContain("Sources");
  }

  @Test
  void aNightWithASilentServiceNamesTheSourceThatCouldNotBeRead() {
    ServiceReport silent = SampleReports.noData().services().get(0);
    ServiceReport busy = SampleReports.many().services().get(0);
    Report report = SampleReports.report(Verdict.NO_DATA, busy, silent);

    assertThat(cause(unread(report, 0)))
        .startsWith("Services without a request in the window: 1, first chat.")
        .contains(UNREAD);
  }

  @Test
  void onlyLinesThatAreMissingAreSaidToBe() {
    Report report = SampleReports.incomplete();

    assertThat(cause(unread(report, 0))).isEqualTo(UNREAD);
    assertThat(cause(unread(report, 1_480)))
        .startsWith("2.8\u00a0% of the lines are lost (1,480) or unusable (0); ")
        .endsWith(UNREAD);
  }

  private static String cause(Report report) {
    Words words = new Words(Locale.ENGLISH, ZoneOffset.UTC);
    return new Cause(report, Findings.of(report), words).sentence();
  }

  /** The report of a night of which one source could not be read and so many lines are lost. */
  private static Report unread(Report of, long lostLines) {
    Completeness data = of.completeness();
    Run run = of.run();
    return new Report(
        of.schema(),
        of.kind(),
        new Run(
            run.runId(),
            run.generatedAt(),
            run.version(),
            run.configSha256(),
            run.sources(),
            run.malformedSamples(),
            List.of(new UnreadSource("app.log.3.gz", "unexpected end of gzip data")),
            run.warnings(),
            run.revision(),
            run.lateLines()),
        of.window(),
        of.verdict(),
        new Completeness(
            data.segments(),
            data.bytes(),
            data.lines(),
            data.requests(),
            0,
            new TreeMap<>(),
            lostLines,
            0,
            0,
            0,
            0),
        of.services(),
        of.alerts());
  }
}
