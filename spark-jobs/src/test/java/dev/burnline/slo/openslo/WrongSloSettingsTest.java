package dev.burnline.slo.openslo;

import static dev.burnline.slo.openslo.WrongFile.ratio;
import static dev.burnline.slo.openslo.WrongFile.threshold;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One change to the settings of a good file, and everything that is said about it. */
class WrongSloSettingsTest {

  @ParameterizedTest(name = "{1} becomes {2}")
  @MethodSource({"thresholds", "times", "annotations"})
  void everyProblemIsSaidWithItsPlaceAndValue(
      String good, String part, String wrong, List<String> messages) {
    assertThat(SloFiles.problems(good)).isEmpty();
    assertThat(good).contains(part);

    assertThat(SloFiles.problems(good.replace(part, wrong))).isEqualTo(messages);
  }

  static Stream<Arguments> thresholds() {
    return Stream.of(
        threshold(
            "value: duration_ms",
            "value: duration",
            "10:70: spec.indicator.spec.thresholdMetric.metricSource.spec.value: must be a numeric"
                + " field of the request log, the nearest is 'duration_ms', got 'duration'"),
        threshold(
            "{value: duration_ms}",
            "{}",
            "10:62: spec.indicator.spec.thresholdMetric.metricSource.spec.value: is missing"),
        threshold("op: lte, ", "", "13:16: spec.objectives[0].op: is missing"),
        threshold(
            "op: lte",
            "op: <=",
            "13:21: spec.objectives[0].op: must be one of lte, gte, lt, gt, got '<='"),
        threshold(
            "value: 10000",
            "value: .inf",
            "13:33: spec.objectives[0].value: must be a finite number, got .inf"),
        threshold(
            "value: 10000",
            "value: 10s",
            "13:33: spec.objectives[0].value: must be a number, got '10s'"),
        threshold(
            "target: 0.95}",
            "target: 0.95}, {op: lt, value: 5, target: 0.5}",
            "13:15: spec.objectives: a thresholdMetric has exactly one objective, got 2"),
        threshold(
            "      thresholdMetric",
            "      ratioMetric: {}\n      thresholdMetric",
            "10:7: spec.indicator.spec: has both 'ratioMetric' and 'thresholdMetric', give one"));
  }

  static Stream<Arguments> times() {
    return Stream.of(
        ratio(
            "duration: 30d",
            "duration: 36h",
            "13:27: spec.timeWindow[0].duration: a rolling window must be a multiple of 24 h, got"
                + " '36h'"),
        ratio(
            "duration: 30d",
            "duration: 1M",
            "13:27: spec.timeWindow[0].duration: a rolling window must be a multiple of 24 h, got"
                + " '1M'"),
        ratio(
            "duration: 30d",
            "duration: 30 days",
            "13:27: spec.timeWindow[0].duration: must be a duration such as 5m, 1h, 30d or 4w, got"
                + " '30 days'"),
        ratio(
            "duration: 30d",
            "duration: 0d",
            "13:27: spec.timeWindow[0].duration: must be a duration such as 5m, 1h, 30d or 4w, got"
                + " '0d'"),
        ratio(
            "duration: 30d, isRolling: true",
            "duration: 30d",
            "13:16: spec.timeWindow[0]: needs 'isRolling: true' or 'calendar'"),
        ratio(
            "isRolling: true",
            "isRolling: yes",
            "13:16: spec.timeWindow[0]: needs 'isRolling: true' or 'calendar'",
            "13:43: spec.timeWindow[0].isRolling: must be true or false, got 'yes'"),
        ratio(
            "duration: 30d",
            "duration: 3661d",
            "13:27: spec.timeWindow[0].duration: a rolling window must be at most 3660 days, got"
                + " '3661d'"),
        ratio(
            "duration: 30d, isRolling: true",
            "duration: 1m, calendar: {startTime: 2026-01-01 00:00:00, timeZone: Europe/Berlin}",
            "13:27: spec.timeWindow[0].duration: a calendar window must be days, weeks, months,"
                + " quarters or years, got '1m'"),
        ratio(
            "isRolling: true",
            "isRolling: true, calendar: {startTime: 2026-01-01 00:00:00, timeZone: Europe/Berlin}",
            "13:16: spec.timeWindow[0]: a rolling window has no 'calendar'"),
        ratio(
            "isRolling: true",
            "calendar: {startTime: 2026-01-01T00:00:00Z}",
            "13:42: spec.timeWindow[0].calendar.timeZone: is missing",
            "13:54: spec.timeWindow[0].calendar.startTime: must be a time such as 2026-01-01"
                + " 00:00:00, got '2026-01-01T00:00:00Z'"),
        ratio(
            "isRolling: true",
            "calendar: {startTime: 2026-02-30 00:00:00, timeZone: Mars/Olympus}",
            "13:54: spec.timeWindow[0].calendar.startTime: must be a time such as 2026-01-01"
                + " 00:00:00, got '2026-02-30 00:00:00'",
            "13:85: spec.timeWindow[0].calendar.timeZone: must be a time zone such as"
                + " Europe/Berlin, got 'Mars/Olympus'"),
        ratio(
            "true}]\n  budgetingMethod",
            "true}, {}]\n  budgetingMethod",
            "13:15: spec.timeWindow: must have exactly one window, has 2"),
        ratio(
            "budgetingMethod: Occurrences",
            "budgetingMethod: Ocurrences",
            "14:20: spec.budgetingMethod: must be one of Occurrences, Timeslices, RatioTimeslices,"
                + " got 'Ocurrences'"),
        ratio("  budgetingMethod: Occurrences\n", "", "6:3: spec.budgetingMethod: is missing"),
        ratio(
            "Occurrences\n  objectives: [{",
            "Timeslices\n  objectives: [{timeSliceTarget: 0.9, timeSliceWindow: 7m, ",
            "15:56: spec.objectives[0].timeSliceWindow: 24 h must be a multiple of a slice, such as"
                + " 1m, 5m, 1h or 1d, got '7m'"),
        ratio(
            "Occurrences\n  objectives: [{",
            "RatioTimeslices\n  objectives: [{timeSliceWindow: 2880, ",
            "15:34: spec.objectives[0].timeSliceWindow: 24 h must be a multiple of a slice, such as"
                + " 1m, 5m, 1h or 1d, got 2880"),
        ratio(
            "Occurrences\n  objectives: [{",
            "RatioTimeslices\n  objectives: [{timeSliceTarget: 0.9, ",
            "15:16: spec.objectives[0].timeSliceWindow: is missing"),
        ratio(
            "Occurrences\n  objectives: [{",
            "Timeslices\n  objectives: [{timeSliceTarget: 1.1, ",
            "15:16: spec.objectives[0].timeSliceWindow: is missing",
            "15:34: spec.objectives[0].timeSliceTarget: must be in (0, 1], got 1.1"));
  }

  private static Arguments annotated(String annotation, String... messages) {
    return Arguments.of(
        WrongFile.RATIO,
        "  name: up",
        "  name: up\n  annotations: {burnline.dev/" + annotation + "}",
        WrongFile.problems("SLO up", messages));
  }

  static Stream<Arguments> annotations() {
    return Stream.of(
        annotated(
            "service: \"*\"",
            "5:39: metadata.annotations.burnline.dev/service: unknown annotation, the nearest"
                + " known one is 'burnline.dev/services'"),
        annotated(
            "services: all",
            "5:40: metadata.annotations.burnline.dev/services: must be '*', every service, got"
                + " 'all'"),
        annotated(
            "group-by: status",
            "5:40: metadata.annotations.burnline.dev/group-by: must name tenant, route or model, or"
                + " several, got 'status'"),
        annotated(
            "min-events: 0",
            "5:42: metadata.annotations.burnline.dev/min-events: must be a whole number of at least"
                + " 1, got 0"),
        annotated(
            "budget-policy: [half]",
            "5:46: metadata.annotations.burnline.dev/budget-policy[0]: must read 'threshold:"
                + " action', for example '0.5: architecture review', got 'half'"),
        annotated(
            "budget-policy: {1: a, 1.0: b, -1: c}",
            "5:57: metadata.annotations.burnline.dev/budget-policy.1.0: has two steps at 1.0",
            "5:64: metadata.annotations.burnline.dev/budget-policy.-1: the threshold must be a"
                + " number above 0, got '-1'"),
        annotated(
            "empty-slices: ignored",
            "5:44: metadata.annotations.burnline.dev/empty-slices: must be one of excluded, good,"
                + " bad, got 'ignored'"),
        ratio(
            "  objectives:",
            "  alertPolicies: [burn-rats, {alertPolicyRef: slow}]\n  objectives:",
            "15:19: spec.alertPolicies[0]: no AlertPolicy of this name in the files, and the"
                + " built-in one is 'burn-rate', got 'burn-rats'",
            "15:47: spec.alertPolicies[1].alertPolicyRef: no AlertPolicy of this name in the files,"
                + " and the built-in one is 'burn-rate', got 'slow'"));
  }
}
