package dev.burnline.render.finding;

import static dev.burnline.report.ServiceBuilder.aService;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.Report;
import dev.burnline.report.SampleReports;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.SloBuilder;
import dev.burnline.report.SloReport.Status;
import dev.burnline.report.Verdict;
import org.junit.jupiter.api.Test;

class FindingsTest {

  @Test
  void servicesAreOrderedByVerdictThenBudgetThenName() {
    Report report =
        SampleReports.report(
            Verdict.MISSED,
            service("b", Verdict.MET, 100),
            service("a", Verdict.MET, 100),
            service("poorer", Verdict.MET, 900),
            service("missed", Verdict.MISSED, 100));

    assertThat(Findings.of(report).services())
        .extracting(ServiceReport::service)
        .containsExactly("missed", "poorer", "a", "b");
  }

  @Test
  void aMissedObjectiveIsWorseThanAnExhaustedBudget() {
    var service =
        aService("x")
            .during(SampleReports.START, 10)
            .slos(
                SloBuilder.availability().status(Status.EXHAUSTED).build(),
                SloBuilder.latency(10_000).period(60, 1_000).build())
            .build();

    assertThat(Findings.of(SampleReports.report(Verdict.MISSED, service)).worst())
        .hasValueSatisfying(worst -> assertThat(worst.slo().name()).isEqualTo("llm-latency"));
  }

  @Test
  void anObjectiveWithoutEventsIsNotMissed() {
    assertThat(Findings.isMissed(SloBuilder.availability().period(0, 0).build())).isFalse();
    assertThat(Findings.isMissed(SloBuilder.availability().period(1, 1_000).build())).isFalse();
    assertThat(Findings.isMissed(SloBuilder.availability().period(2, 1_000).build())).isTrue();
  }

  @Test
  void theWorstSloWithMinutesIsDrawn() {
    assertThat(Findings.of(SampleReports.noData()).pictured()).isEmpty();
    assertThat(Findings.of(SampleReports.empty()).worst()).isEmpty();
    assertThat(Findings.of(SampleReports.missed()).pictured())
        .hasValueSatisfying(
            service -> assertThat(service.service()).isEqualTo("DeepSeek-R1-Distill-Qwen-1.5B"));
  }

  private static ServiceReport service(String name, Verdict verdict, long bad) {
    return aService(name)
        .verdict(verdict)
        .during(SampleReports.START, 10)
        .slos(SloBuilder.availability().window(bad, 1_000_000).build())
        .build();
  }
}
