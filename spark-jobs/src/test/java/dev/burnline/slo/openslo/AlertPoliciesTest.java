package dev.burnline.slo.openslo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.slo.alert.AlertRules;
import dev.burnline.slo.alert.BurnRateCondition;
import dev.burnline.slo.alert.BurnRateCondition.Operator;
import dev.burnline.slo.alert.BurnRateCondition.Trigger;
import dev.burnline.slo.alert.BurnRatePair;
import dev.burnline.slo.alert.BurnRatePair.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the alert policies of a file to the rules of its SLOs. */
class AlertPoliciesTest {

  private static final String SLO =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: up}
      spec:
        service: chat
        indicator:
          metadata: {name: answered}
          spec:
            ratioMetric:
              good: {metricSource: {type: burnline, spec: {where: "status = 'success'"}}}
              total: {metricSource: {type: burnline, spec: {where: "status is not null"}}}
        timeWindow: [{duration: 30d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{target: 0.999}]
      """;

  private static final String MINE =
      """
      apiVersion: openslo/v1
      kind: AlertPolicy
      metadata:
        name: %s
        annotations:
          burnline.dev/windows: [page 2h/10m 4%%, ticket 1w/1d 12.5%%]
      spec: {}
      """;

  private static final String PLAIN =
      """
      apiVersion: openslo/v1
      kind: AlertPolicy
      metadata: {name: plain}
      spec:
        alertWhenBreaching: true
        alertWhenNoData: true
        conditions:
          - kind: AlertCondition
            metadata: {name: fast}
            spec:
              severity: SEV1
              condition: {kind: burnrate, threshold: 2, lookbackWindow: 1h, alertAfter: 5m}
        notificationTargets: [{targetRef: chat}]
      ---
      apiVersion: openslo/v1
      kind: AlertNotificationTarget
      metadata: {name: chat}
      spec: {target: slack}
      """;

  private static String policies(String list) {
    return SLO + "  alertPolicies: " + list + "\n";
  }

  private static AlertRules rules(String... texts) throws SloFileException {
    SloFile file = SloFiles.parse(texts);
    return file.alertRulesOf(file.slosOf("chat").get(0));
  }

  private static BurnRatePair pair(Severity severity, int hours, int shortMinutes, String share) {
    return new BurnRatePair(
        severity, Duration.ofHours(hours), Duration.ofMinutes(shortMinutes), new BigDecimal(share));
  }

  @ParameterizedTest
  @CsvSource({
    "30d, 14.4000 6.0000 3.0000 1.0000",
    "28d, 13.4400 5.6000 2.8000 0.9333",
    "7d, 13.4400 3.5000 1.4000 0.9800",
    "1w, 13.4400 3.5000 1.4000 0.9800",
    "8d, 3.8400 1.6000 0.8000 0.2667"
  })
  void withoutAPolicyTheBuiltInOneHoldsByTheLengthOfTheWindow(String duration, String factors)
      throws SloFileException {
    SloFile file = SloFiles.parse(SLO.replace("duration: 30d", "duration: " + duration));
    Duration window = file.slos().get(0).window().duration().fixedLength().orElseThrow();

    assertThat(file.alertRulesOf(file.slos().get(0)).pairs())
        .extracting(pair -> pair.factor(window).setScale(4, RoundingMode.HALF_UP).toString())
        .isEqualTo(List.of(factors.split(" ", -1)));
    assertThat(file.alertRulesOf(file.slos().get(0)).pairs())
        .extracting(BurnRatePair::severity)
        .containsExactly(Severity.PAGE, Severity.PAGE, Severity.TICKET, Severity.TICKET);
  }

  @Test
  void theBuiltInPolicyGoesByAnyNumberOfDaysAndByNone() throws SloFileException {
    List<BurnRatePair> builtIn = rules(SLO).pairs();

    assertThat(rules(policies("[burn-rate]")).pairs()).isEqualTo(builtIn);
    assertThat(rules(policies("[burn-rate-30d]")).pairs()).isEqualTo(builtIn);
    assertThat(rules(policies("[burn-rate-7d]")).pairs()).isEqualTo(builtIn);
    assertThat(rules(policies("[]")).pairs()).isEmpty();
  }

  @Test
  void windowsOfAPolicyTakeThePlaceOfTheBuiltInOnesOfItsName() throws SloFileException {
    List<BurnRatePair> mine =
        List.of(pair(Severity.PAGE, 2, 10, "0.04"), pair(Severity.TICKET, 168, 1440, "0.125"));

    assertThat(rules(SLO, MINE.formatted("burn-rate")).pairs()).isEqualTo(mine);
    assertThat(rules(policies("[mine]"), MINE.formatted("mine")).pairs()).isEqualTo(mine);
    assertThat(rules(policies("[mine, burn-rate]"), MINE.formatted("mine")).pairs()).hasSize(6);
    assertThat(rules(SLO, MINE.formatted("mine")).pairs()).hasSize(4);
    String week = SLO.replace("duration: 30d", "duration: 7d");
    assertThat(rules(week, MINE.formatted("burn-rate")).pairs()).isEqualTo(mine);
    assertThat(rules(SLO, MINE.formatted("burn-rate-7d")).pairs()).hasSize(4);
  }

  @Test
  void aPlainPolicyIsTakenAtItsWord() throws SloFileException {
    BurnRateCondition condition =
        new BurnRateCondition(
            Severity.PAGE,
            Operator.ABOVE,
            new BigDecimal("2"),
            Duration.ofHours(1),
            Duration.ofMinutes(5),
            EnumSet.allOf(Trigger.class));

    AlertRules rules = rules(policies("[plain]"), PLAIN);

    assertThat(rules.pairs()).isEmpty();
    assertThat(rules.conditions()).containsExactly(condition);
    String quiet =
        PLAIN
            .replace("alertWhenBreaching: true", "alertWhenBreaching: false")
            .replace("alertWhenNoData: true", "alertWhenNoData: false");
    assertThat(rules(policies("[plain]"), quiet).conditions())
        .extracting(BurnRateCondition::triggers)
        .containsExactly(Set.of());
    assertThat(SloFiles.notices(policies("[plain]"), quiet))
        .containsExactly(
            "slo2.yaml:5:3: document 1 (AlertPolicy plain), spec: never fires, alertWhenBreaching"
                + " is false");
  }

  @Test
  void anUnknownSeverityIsATicketAndATooHighThresholdIsNoted() throws SloFileException {
    String odd = PLAIN.replace("SEV1", "purple").replace("threshold: 2", "threshold: 1e3");

    assertThat(rules(policies("[plain]"), odd).conditions().get(0).severity())
        .isEqualTo(Severity.TICKET);
    assertThat(SloFiles.notices(policies("[plain]"), odd))
        .containsExactly(
            "slo.yaml:14:16: document 1 (SLO up), spec.objectives[0]: the alert over 1h can never"
                + " fire: it needs a burn rate of 1000, and with target 0.999 none is",
            "slo2.yaml:11:19: document 1 (AlertPolicy plain), spec.conditions[0].spec.severity: is"
                + " taken for a ticket; what pages is called page, critical, emergency, fatal,"
                + " high, p1, sev1, sev-1");
  }

  @Test
  void anSloSaysHowItsAlertsAreMeant() throws SloFileException {
    String annotated =
        SLO.replace(
            "{name: up}",
            "{name: up, annotations: {burnline.dev/alert-mode: traffic-aware,"
                + " burnline.dev/stale-after: 45m}}");

    assertThat(rules(annotated).mode()).isEqualTo(AlertRules.Mode.TRAFFIC_AWARE);
    assertThat(rules(annotated).staleAfter()).isEqualTo(Duration.ofMinutes(45));
    assertThat(rules(SLO).mode()).isEqualTo(AlertRules.Mode.BURN_RATE);
    assertThat(rules(SLO).staleAfter()).isEqualTo(Duration.ofHours(6));
    assertThat(rules(SLO).longestLookback()).isEqualTo(Duration.ofDays(3));
  }

  @ParameterizedTest
  @CsvSource({
    "30d, true, 60d, true",
    "30d, true, 30d, true",
    "30d, true, 43199m, false",
    "4w, true, 28d, true",
    "1M, false, 28d, true",
    "1M, false, 27d, false"
  })
  void anSloWhoseDataCannotBeStaleBeforeItsWindowIsOverIsNoted(
      String window, boolean isRolling, String staleAfter, boolean isNoted)
      throws SloFileException {
    String file =
        SLO.replace("{name: up}", "{name: up, annotations: {burnline.dev/stale-after: %s}}")
            .replace(
                "{duration: 30d, isRolling: true}",
                isRolling
                    ? "{duration: %s, isRolling: true}"
                    : "{duration: %s, isRolling: false, calendar: {startTime: 2026-01-01 00:00:00,"
                        + " timeZone: UTC}}")
            .formatted(staleAfter, window);

    assertThat(SloFiles.notices(file))
        .isEqualTo(
            isNoted
                ? List.of(
                    "slo.yaml:3:62: document 1 (SLO up),"
                        + " metadata.annotations.burnline.dev/stale-after: SLODataStale may never"
                        + " fire: after %s without data there is nothing left in the window of %s"
                            .formatted(staleAfter, window))
                : List.of());
  }

  @Test
  void everyErrorIsListedWithItsPlace() {
    assertThat(
            SloFiles.problems(
                """
                apiVersion: openslo/v1
                kind: AlertPolicy
                metadata:
                  name: p
                  annotations:
                    burnline.dev/windows:
                      - page 1h 2%
                      - call 1h/5m 2%
                      - page 1M/5x 0%
                      - page 5m/1h 2%
                spec: {}
                ---
                apiVersion: openslo/v1
                kind: AlertPolicy
                metadata: {name: q, annotations: {burnline.dev/windows: [], burnline.dev/window: x}}
                spec:
                  conditions: [{kind: AlertCondition, metadata: {name: c}, spec: {severity: page,
                    condition: {threshold: 1, lookbackWindow: 1M}}}]
                """,
                SLO.replace(
                    "{name: up}",
                    "{name: up, annotations: {burnline.dev/alert-mode: fast,"
                        + " burnline.dev/stale-after: 1Q}}")))
        .containsExactly(
            "slo.yaml:7:9: document 1 (AlertPolicy p),"
                + " metadata.annotations.burnline.dev/windows[0]: must read 'severity long/short"
                + " share%', for example 'page 1h/5m 2%', got 'page 1h 2%'",
            "slo.yaml:8:9: document 1 (AlertPolicy p),"
                + " metadata.annotations.burnline.dev/windows[1]: the severity must be page or"
                + " ticket, not 'call', got 'call 1h/5m 2%'",
            "slo.yaml:9:9: document 1 (AlertPolicy p),"
                + " metadata.annotations.burnline.dev/windows[2]: a lookback must be minutes,"
                + " hours, days or weeks, not '1M', got 'page 1M/5x 0%'",
            "slo.yaml:9:9: document 1 (AlertPolicy p),"
                + " metadata.annotations.burnline.dev/windows[2]: a lookback must be minutes,"
                + " hours, days or weeks, not '5x', got 'page 1M/5x 0%'",
            "slo.yaml:9:9: document 1 (AlertPolicy p),"
                + " metadata.annotations.burnline.dev/windows[2]: the share must be above 0 and at"
                + " most 100 %, not '0', got 'page 1M/5x 0%'",
            "slo.yaml:10:9: document 1 (AlertPolicy p),"
                + " metadata.annotations.burnline.dev/windows[3]: the short lookback, after the"
                + " slash, must be below the long one, got 'page 5m/1h 2%'",
            "slo.yaml:15:57: document 2 (AlertPolicy q), metadata.annotations.burnline.dev/windows:"
                + " must not be empty",
            "slo.yaml:15:82: document 2 (AlertPolicy q), metadata.annotations.burnline.dev/window:"
                + " unknown annotation, the nearest known one is 'burnline.dev/windows'",
            "slo.yaml:18:47: document 2 (AlertPolicy q),"
                + " spec.conditions[0].spec.condition.lookbackWindow: must be minutes, hours, days"
                + " or weeks, got '1M'",
            "slo2.yaml:3:61: document 1 (SLO up), metadata.annotations.burnline.dev/alert-mode:"
                + " must be one of burn-rate, traffic-aware, got 'fast'",
            "slo2.yaml:3:93: document 1 (SLO up), metadata.annotations.burnline.dev/stale-after:"
                + " must be a duration such as 30m, 6h or 2d, got '1Q'");
  }
}
