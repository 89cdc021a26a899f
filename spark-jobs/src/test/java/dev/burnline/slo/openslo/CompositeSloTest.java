package dev.burnline.slo.openslo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.slo.Slo;
import org.junit.jupiter.api.Test;

/** Several objectives with an indicator each. */
class CompositeSloTest {

  private static final String JOURNEY =
      """
      apiVersion: openslo/v1
      kind: SLI
      metadata: {name: fast}
      spec: {thresholdMetric: {metricSource: {type: burnline, spec: {value: ttft_ms}}}}
      ---
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: journey, displayName: The journey}
      spec:
        service: chat
        timeWindow: [{duration: 1M, calendar: {startTime: 2026-01-01 00:00:00, timeZone: UTC}}]
        budgetingMethod: Occurrences
        objectives:
          - displayName: First token
            indicatorRef: fast
            op: lt
            value: 800
            target: 0.9
            compositeWeight: 1.0
          - indicator:
              metadata: {name: answered}
              spec:
                ratioMetric:
                  good: {metricSource: {type: burnline, spec: {where: "status = 'success'"}}}
                  total: {metricSource: {type: burnline, spec: {where: "true"}}}
            target: 0.999
      """;

  @Test
  void everyObjectiveIsAnSloOverItsOwnIndicator() throws SloFileException {
    SloFile file = SloFiles.parse(JOURNEY);

    assertThat(file.slos()).extracting(Slo::name).containsExactly("journey/1", "journey/2");
    assertThat(file.slos())
        .extracting(Slo::displayName)
        .containsExactly("The journey: First token", "The journey/2");
    assertThat(file.slos())
        .extracting(slo -> slo.good().key())
        .containsExactly("ttft_ms < 800", "status = 'success'");
  }

  @Test
  void aWeightOtherThanOneIsRefusedWithTheReason() {
    assertThat(SloFiles.problems(JOURNEY.replace("compositeWeight: 1.0", "compositeWeight: 2")))
        .containsExactly(
            "slo.yaml:19:24: document 2 (SLO journey), spec.objectives[0].compositeWeight: must be"
                + " 1: a weight multiplies the rate at which an objective burns the budget of the"
                + " composite, and OpenSLO gives the composite no target to have a budget by, got"
                + " 2");
    assertThat(SloFiles.problems(JOURNEY.replace("compositeWeight: 1.0", "compositeWeight: 0")))
        .containsExactly(
            "slo.yaml:19:24: document 2 (SLO journey), spec.objectives[0].compositeWeight: must be"
                + " above 0, got 0");
    assertThat(
            SloFiles.problems(
                SloFiles.CONTRACT_EXAMPLE.replace(
                    "target: 0.999", "target: 0.999, compositeWeight: 1")))
        .containsExactly(
            "slo.yaml:14:49: document 1 (SLO llm-availability), spec.objectives[0].compositeWeight:"
                + " is supported only when declaring multiple objectives");
  }

  @Test
  void allObjectivesHaveAnIndicatorOrNone() {
    assertThat(
            SloFiles.problems(
                JOURNEY
                    .replace("service: chat", "service: chat\n  indicatorRef: fast")
                    .replace("      indicatorRef: fast\n", "")))
        .containsExactly(
            "slo.yaml:11:17: document 2 (SLO journey), spec.indicatorRef: must be moved into the"
                + " objectives of a composite SLO, some of which have their own",
            "slo.yaml:15:7: document 2 (SLO journey), spec.objectives[0]: needs 'indicator' or"
                + " 'indicatorRef'");
  }

  @Test
  void anObjectiveOverAnotherSystemIsLeftAlone() throws SloFileException {
    String mixed =
        JOURNEY.replaceAll("type: burnline, spec: \\{where", "type: Other, spec: {query");

    assertThat(SloFiles.parse(mixed).slos()).extracting(Slo::name).containsExactly("journey/1");
    assertThat(SloFiles.notices(mixed))
        .anyMatch(notice -> notice.endsWith("is not evaluated, its metric source is 'Other'"));
  }
}
