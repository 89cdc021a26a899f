package dev.burnline.slo.openslo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example documents of the OpenSLO project: unmodified, and as they would be over logs. */
class OpenSloExamplesTest {

  private static String example(String name) throws IOException {
    try (InputStream in = OpenSloExamplesTest.class.getResourceAsStream(name + ".yaml")) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec/budgeting-method-occurences-slo",
        "spec/budgeting-method-ratio-timeslices",
        "spec/budgeting-method-timeslices-slo",
        "spec/treat-low-traffic-as-equally-important-timeslices-slo",
        "sdk/slos"
      })
  void slosOverOtherSystemsLoadAndAreLeftAlone(String name) throws Exception {
    SloFile file = SloFiles.parse(example(name));

    assertThat(file.slos()).isEmpty();
    assertThat(file.notices())
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("is not evaluated, its metric source is '"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec/readme-data-source",
        "spec/readme-alert-condition",
        "spec/readme-notification-target-mail",
        "spec/readme-notification-target-slack",
        "sdk/alert_conditions",
        "sdk/alert_notification_targets",
        "sdk/data_sources",
        "sdk/slis"
      })
  void documentsOfTheOtherKindsLoad(String name) throws Exception {
    assertThat(SloFiles.parse(example(name)).slos()).isEmpty();
  }

  @Test
  void policiesLoadTogetherWithWhatTheyReferTo() throws Exception {
    String targets =
        example("spec/readme-notification-target-mail")
            .replace("OnCallDevopsMailNotification", "on-call-devops-mail-notification");
    String condition = example("spec/readme-alert-condition");

    assertThat(SloFiles.problems(example("spec/readme-alert-policy-ref"), condition, targets))
        .isEmpty();
    assertThat(SloFiles.problems(example("spec/readme-alert-policy-inline"), targets)).isEmpty();
    assertThat(SloFiles.problems(example("spec/readme-alert-policy-inline")))
        .containsExactly(
            "slo.yaml:25:18: document 1 (AlertPolicy AlertPolicy),"
                + " spec.notificationTargets[0].targetRef: no AlertNotificationTarget of this name"
                + " in the files, got 'on-call-devops-mail-notification'");
    assertThat(SloFiles.problems(example("sdk/alert_policies"), example("sdk/alert_conditions")))
        .hasSize(2)
        .allMatch(message -> message.contains("no AlertNotificationTarget of this name"));
  }

  @Test
  void whatTheSpecificationItselfDoesNotAllowIsRefused() throws Exception {
    assertThat(SloFiles.problems(example("spec/readme-slo")))
        .containsExactly(
            "slo.yaml:7:3: document 1 (SLO foo-slo), spec.budgetingMethod: is missing");
    assertThat(SloFiles.problems(example("sdk/services")))
        .containsExactly(
            "slo.yaml:13:3: document 1 (Service example-service), [1]: the name is taken by"
                + " document 1 of slo.yaml");
  }

  /** Replaces the queries of another system by one over the log. */
  private static String overLogs(String example) {
    return example
        .replaceAll("type: (Any|Prometheus)\\b.*", "type: burnline")
        .replaceFirst("query: .*", "where: \"status = 'success'\"")
        .replaceAll("query: .*", "where: \"true\"");
  }

  @Test
  void aCalendarWeekOfMinutesIsReadAsWritten() throws Exception {
    Slo slo =
        SloFiles.parse(
                overLogs(example("spec/treat-low-traffic-as-equally-important-timeslices-slo")))
            .slos()
            .get(0);

    assertThat(slo.target()).isEqualTo(new BigDecimal("0.9995"));
    assertThat(slo.window())
        .isEqualTo(
            new TimeWindow.Calendar(
                DurationShorthand.parse("1w").orElseThrow(),
                LocalDateTime.of(2022, 1, 1, 12, 0),
                ZoneId.of("America/New_York")));
    assertThat(slo.budgetingMethod())
        .isEqualTo(
            new BudgetingMethod.Timeslices(
                new BigDecimal("0.95"), DurationShorthand.parse("1m").orElseThrow()));
  }

  @Test
  void theOtherExamplesCountTheSameWayOverLogs() throws Exception {
    assertThat(SloFiles.parse(overLogs(example("spec/budgeting-method-ratio-timeslices"))).slos())
        .extracting(Slo::budgetingMethod)
        .containsExactly(
            new BudgetingMethod.RatioTimeslices(DurationShorthand.parse("1m").orElseThrow()));
    assertThat(
            SloFiles.parse(
                    example("spec/budgeting-method-occurences-slo")
                        .replaceAll("type: Any.*", "type: burnline")
                        .replaceAll("query: Any.*", "value: duration_ms"))
                .slos())
        .singleElement()
        .satisfies(slo -> assertThat(slo.good().key()).isEqualTo("duration_ms < 500"));
    String month = overLogs(example("spec/budgeting-method-timeslices-slo"));
    assertThat(SloFiles.problems(month))
        .containsExactly(
            "slo.yaml:27:17: document 1 (SLO service-availability), spec.timeWindow[0].duration: a"
                + " calendar window must be days, weeks, months, quarters or years, got '1m'");
    assertThat(SloFiles.parse(month.replace("duration: 1m", "duration: 1M")).slos())
        .extracting(Slo::name, Slo::displayName)
        .containsExactly(
            tuple(
                "service-availability/1", "Reflaction of out availability SLA: Internal objective"),
            tuple("service-availability/2", "Reflaction of out availability SLA: SLA"));
  }
}
