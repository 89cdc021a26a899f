package dev.burnline.slo.openslo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.slo.Slo;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents that were written for other tools, and references between documents. */
class OpenSloDocumentsTest {

  /** Every kind, with parts that only other systems understand. */
  private static final String OTHER_SYSTEM =
      """
      - apiVersion: openslo/v1
        kind: DataSource
        metadata: {name: metrics, labels: {env: [prod, test], team: a}}
        spec:
          description: Where the metrics are
          type: Prometheus
          connectionDetails:
            - url: http://localhost:9090
      - apiVersion: openslo/v1
        kind: Service
        metadata: {name: shop, displayName: The shop, annotations: {example.com/owner: me}}
        spec: {description: Sells things}
      - apiVersion: openslo/v1
        kind: SLI
        metadata: {name: satisfied}
        spec:
          ratioMetric:
            rawType: success
            raw: {metricSource: {metricSourceRef: metrics, spec: {query: a / b}}}
      - apiVersion: openslo/v1
        kind: SLO
        metadata: {name: shop-is-up, displayName: The shop is up}
        spec:
          service: shop
          indicator:
            metadata: {name: answered}
            spec:
              ratioMetric:
                counter: true
                good: {metricSource: {type: Prometheus, spec: {query: 'good{code="200"}'}}}
                total: {metricSource: {type: Prometheus, spec: {query: total}}}
          timeWindow:
            - duration: 1M
              calendar: {startTime: 2022-01-01 12:00:00, timeZone: America/New_York}
          budgetingMethod: Timeslices
          objectives:
            - {displayName: Good, op: gt, target: 0.995, timeSliceTarget: 0.95, timeSliceWindow: 1m}
          alertPolicies:
            - alertPolicyRef: wake-up
            - kind: AlertPolicy
              metadata: {name: mail}
              spec:
                alertWhenResolved: true
                conditions: [{conditionRef: fast}]
                notificationTargets:
                  - kind: AlertNotificationTarget
                    metadata: {name: chat}
                    spec: {target: slack}
      - apiVersion: openslo/v1
        kind: SLO
        metadata: {name: journey}
        spec:
          service: shop
          timeWindow: [{duration: 5m, isRolling: true}]
          budgetingMethod: RatioTimeslices
          objectives:
            - {indicatorRef: satisfied, target: 0.9, timeSliceWindow: 5, compositeWeight: 2}
            - {indicatorRef: satisfied, targetPercent: 99.5, timeSliceWindow: 5m}
          alertPolicies:
      - apiVersion: openslo/v1
        kind: AlertPolicy
        metadata: {name: wake-up}
        spec:
          alertWhenBreaching: true
          conditions:
            - kind: AlertCondition
              metadata: {name: slow}
              spec:
                severity: page
                condition: {kind: burnrate, op: gt, threshold: 2, lookbackWindow: 1h}
          notificationTargets: [{targetRef: pager}]
      - apiVersion: openslo/v1
        kind: AlertCondition
        metadata: {name: fast}
        spec:
          description: Burns
          severity: page
          condition: {op: gte, threshold: 14.4, lookbackWindow: 1h, alertAfter: 0m}
      - apiVersion: openslo/v1
        kind: AlertNotificationTarget
        metadata: {name: pager}
        spec: {target: pagerduty, description: On call}
      """;

  @Test
  void documentsOfOtherSystemsLoadAndAreLeftAlone() throws SloFileException {
    SloFile file = SloFiles.parse(OTHER_SYSTEM);

    assertThat(file.slos()).isEmpty();
    assertThat(file.services()).containsExactly("shop");
    assertThat(SloFiles.notices(OTHER_SYSTEM))
        .containsExactly(
            "slo.yaml:20:3: document 1 (SLO shop-is-up), [3]: is not evaluated, its metric source"
                + " is 'Prometheus'",
            "slo.yaml:39:25: document 1 (SLO shop-is-up), [3].spec.alertPolicies[0].alertPolicyRef:"
                + " is checked and not evaluated by this version, which evaluates its own burn-rate"
                + " pairs",
            "slo.yaml:40:9: document 1 (SLO shop-is-up), [3].spec.alertPolicies[1]: is checked and"
                + " not evaluated by this version, which evaluates its own burn-rate pairs",
            "slo.yaml:49:3: document 1 (SLO journey), [4]: is not evaluated, its metric source is"
                + " 'Prometheus'");
  }

  @Test
  void anIndicatorAndItsSourceMayBeDocumentsOfTheirOwnInAnyFile() throws SloFileException {
    String slo =
        """
        apiVersion: openslo/v1
        kind: SLO
        metadata: {name: fast}
        spec:
          service: chat
          indicatorRef: first-token
          budgetingMethod: Occurrences
          objectives: [{op: lt, value: 0.5e3, targetPercent: 90}]
        """;
    String others =
        """
        apiVersion: openslo/v1
        kind: SLI
        metadata: {name: first-token}
        spec:
          thresholdMetric:
            metricSource: {metricSourceRef: logs, spec: {value: ttft_ms, where: "stream = true"}}
        ---
        apiVersion: openslo/v1
        kind: DataSource
        metadata: {name: logs}
        spec: {type: burnline, connectionDetails: {}}
        """;

    Slo read = SloFiles.parse(slo, others).slosOf("chat").get(0);

    assertThat(read.total().key()).isEqualTo("stream = true and ttft_ms is not null");
    assertThat(read.good().key()).isEqualTo("stream = true and ttft_ms < 500");
    assertThat(read.target()).isEqualByComparingTo("0.9");
    assertThat(SloFiles.notices(slo, others))
        .containsExactly(
            "slo.yaml:5:3: document 1 (SLO fast), spec: has no timeWindow, a rolling window of 30d"
                + " is used",
            "slo.yaml:8:16: document 1 (SLO fast), spec.objectives[0]: the alert over 1h can never"
                + " fire: it needs a burn rate above 14.4, and with target 0.9 none is");
  }

  @Test
  void aProblemOfASharedIndicatorIsSaidOnce() {
    String sli =
        """
        apiVersion: openslo/v1
        kind: SLI
        metadata: {name: a}
        spec: {thresholdMetric: {metricSource: {type: burnline, spec: {value: tokens}}}}
        """;
    String slo =
        """
        ---
        apiVersion: openslo/v1
        kind: SLO
        metadata: {name: %s}
        spec:
          service: chat
          indicatorRef: %s
          timeWindow: [{duration: 7d, isRolling: true}]
          budgetingMethod: Occurrences
          objectives: [{op: lt, value: 5, target: 0.9}]
        """;

    assertThat(
            SloFiles.problems(
                sli + slo.formatted("x", "a") + slo.formatted("y", "a") + slo.formatted("z", "b")))
        .containsExactly(
            "slo.yaml:4:71: document 1 (SLI a), spec.thresholdMetric.metricSource.spec.value: must"
                + " be a numeric field of the request log, the nearest is 'input_tokens', got"
                + " 'tokens'",
            "slo.yaml:31:17: document 4 (SLO z), spec.indicatorRef: no SLI of this name in the"
                + " files, got 'b'");
  }

  @Test
  void alertKindsAreChecked() {
    assertThat(
            SloFiles.problems(
                """
                apiVersion: openslo/v1
                kind: AlertPolicy
                metadata: {name: p}
                spec:
                  alertWhenBreaching: 1
                  conditions: [{conditionRef: a}, {}]
                  notificationTargets: []
                ---
                apiVersion: openslo/v1
                kind: AlertCondition
                metadata: {name: c}
                spec:
                  condition: {kind: burn, op: eq, threshold: high, lookbackWindow: 1x}
                ---
                apiVersion: openslo/v1
                kind: AlertNotificationTarget
                metadata: {name: t}
                spec: {to: me}
                """))
        .isEqualTo(
            List.of(
                "slo.yaml:5:23: document 1 (AlertPolicy p), spec.alertWhenBreaching: must be true"
                    + " or false, got 1",
                "slo.yaml:6:15: document 1 (AlertPolicy p), spec.conditions: must have exactly one"
                    + " condition, has 2",
                "slo.yaml:6:31: document 1 (AlertPolicy p), spec.conditions[0].conditionRef: no"
                    + " AlertCondition of this name in the files, got 'a'",
                "slo.yaml:6:35: document 1 (AlertPolicy p), spec.conditions[1]: needs"
                    + " 'conditionRef' or 'spec'",
                "slo.yaml:7:24: document 1 (AlertPolicy p), spec.notificationTargets: must not be"
                    + " empty",
                "slo.yaml:13:3: document 2 (AlertCondition c), spec.severity: is missing",
                "slo.yaml:13:21: document 2 (AlertCondition c), spec.condition.kind: must be one of"
                    + " burnrate, got 'burn'",
                "slo.yaml:13:31: document 2 (AlertCondition c), spec.condition.op: must be one of"
                    + " lte, gte, lt, gt, got 'eq'",
                "slo.yaml:13:46: document 2 (AlertCondition c), spec.condition.threshold: must be a"
                    + " number, got 'high'",
                "slo.yaml:13:68: document 2 (AlertCondition c), spec.condition.lookbackWindow: must"
                    + " be a duration such as 5m, 1h, 30d or 4w, got '1x'",
                "slo.yaml:18:7: document 3 (AlertNotificationTarget t), spec.target: is missing",
                "slo.yaml:18:8: document 3 (AlertNotificationTarget t), spec.to: unknown field, the"
                    + " nearest known one is 'target'"));
  }

  @Test
  void anAlertThatLooksBackFurtherThanItsWindowIsNoted() throws SloFileException {
    String day = SloFiles.CONTRACT_EXAMPLE.replace("duration: 30d", "duration: 1d");

    assertThat(SloFiles.notices(day))
        .containsExactly(
            "slo.yaml:14:16: document 1 (SLO llm-availability), spec.objectives[0]: the alert over"
                + " 3d looks back further than the window of 1d and fires from a burn rate of 0.14",
            "slo.yaml:28:16: document 2 (SLO llm-latency), spec.objectives[0]: the alert over 3d"
                + " looks back further than the window of 1d and fires from a burn rate of 0.14");
  }
}
