package dev.burnline.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.Report;
import dev.burnline.report.SampleReports;
import dev.burnline.report.ServiceBuilder;
import dev.burnline.report.SloBuilder;
import dev.burnline.report.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SLO that counts slices of time is told in slices, by whatever unit report.json counts. */
class SlicesOfTimeTest {

  private static final long UNITS_OF_A_RATIO_SLICE = 1_000_000_000;

  @TempDir private Path folder;

  @Test
  void slicesAreNoRequests() throws Exception {
    assertThat(page("Timeslices", 1))
        .contains("chat missed Availability: 99.305 % against an objective of 99.9 %;")
        .contains("2 of 288 slices of time (0.69 %) were bad.")
        .contains("99.9 % of time slices good", "objective 99.9 % · 2 of 288 bad")
        .contains("6.64 slices · ", "the indicator is 99.976 %: 2 of 8,640 bad.");
  }

  @Test
  void partsOfSlicesAreNotCountedInBillionths() throws Exception {
    assertThat(page("RatioTimeslices", UNITS_OF_A_RATIO_SLICE))
        .contains("2.00 of 288 slices of time (0.69 %) were bad.")
        .contains("objective 99.9 % · 2.00 of 288 bad", "6.64 slices · ")
        .doesNotContain("000,000,000");
    assertThat(folder.resolve("report.eml"))
        .content(UTF_8)
        .contains("slices")
        .doesNotContain("000,000,000");
  }

  private String page(String method, long unit) throws Exception {
    Report report =
        SampleReports.report(
            Verdict.MISSED,
            ServiceBuilder.aService("chat")
                .during(SampleReports.START, 1440)
                .slos(
                    SloBuilder.availability()
                        .counting(method)
                        .window(2 * unit, 8640 * unit)
                        .period(2 * unit, 288 * unit)
                        .build())
                .build());
    new ReportRenderer(RenderSettings.defaults()).write(report, folder);
    return java.nio.file.Files.readString(folder.resolve("report.html")).replace('\u00a0', ' ');
  }
}
