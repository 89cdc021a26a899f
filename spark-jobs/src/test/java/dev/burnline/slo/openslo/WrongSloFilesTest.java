package dev.burnline.slo.openslo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One change to a good file, and everything that is said about it. */
class WrongSloFilesTest {

  private static final String RATIO =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata:
        name: up
      spec:
        service: chat
        indicator:
          metadata: {name: answered}
          spec:
            ratioMetric:
              good: {metricSource: {type: burnline, spec: {where: "status = 'success'"}}}
              total: {metricSource: {type: burnline, spec: {where: "true"}}}
        timeWindow: [{duration: 30d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{target: 0.999}]
      """;

  private static final String THRESHOLD =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata:
        name: fast
      spec:
        service: chat
        indicator:
          metadata: {name: fast-enough}
          spec:
            thresholdMetric: {metricSource: {type: burnline, spec: {value: duration_ms}}}
        timeWindow: [{duration: 7d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{op: lte, value: 10000, target: 0.95}]
      """;

  @ParameterizedTest(name = "{1} becomes {2}")
  @MethodSource({"heads", "ratios", "thresholds", "times", "annotations"})
  void everyProblemIsSaidWithItsPlaceAndValue(
      String good, String part, String wrong, List<String> messages) {
    assertThat(SloFiles.problems(good)).isEmpty();
    assertThat(good).contains(part);

    assertThat(SloFiles.problems(good.replace(part, wrong))).isEqualTo(messages);
  }

  private static Arguments ratio(String part, String wrong, String... messages) {
    return Arguments.of(RATIO, part, wrong, problems("SLO up", messages));
  }

  private static Arguments threshold(String part, String wrong, String... messages) {
    return Arguments.of(THRESHOLD, part, wrong, problems("SLO fast", messages));
  }

  /** Puts the document's title after the position. */
  private static List<String> problems(String title, String... messages) {
    return Stream.of(messages)
        .map(
            message ->
                message.startsWith("=")
                    ? "slo.yaml:" + message.substring(1)
                    : "slo.yaml:" + message.replaceFirst(" ", " document 1 (" + title + "), "))
        .toList();
  }

  static Stream<Arguments> heads() {
    return Stream.of(
        ratio(
            "openslo/v1",
            "openslo/v1alpha",
            "1:13: apiVersion: must be 'openslo/v1', got 'openslo/v1alpha'"),
        ratio(
            "kind: SLO",
            "kind: SlO",
            "=2:7: document 1 (SlO up), kind: is no kind of OpenSLO, the nearest is 'SLO', got"
                + " 'SlO'"),
        ratio("kind: SLO", "king: SLO", "=1:1: document 1 (up), kind: is missing"),
        ratio(
            "  name: up",
            "  name: -up",
            "=4:9: document 1 (SLO -up), metadata.name: must be 1 to 63 letters, digits, '-', '_'"
                + " or '.', with a letter or digit at both ends, got '-up'"),
        ratio(
            "  name: up",
            "  name: 5",
            "=4:9: document 1 (SLO), metadata.name: must be a text, got 5"),
        ratio(
            "  name: up",
            "  nam: up",
            "=4:3: document 1 (SLO), metadata.nam: unknown field, the nearest known one is 'name'",
            "=4:3: document 1 (SLO), metadata.name: is missing"),
        ratio(
            "  name: up",
            "  name: up\n  name: down",
            "=5:3: document 1, metadata.name: the key is there already, in line 4"),
        ratio(
            "  name: up",
            "  name: up\n  labels: {team: {a: b}}",
            "5:18: metadata.labels.team: must be a text, got a mapping"),
        ratio(
            "spec:\n  service",
            "spce: {}\nspec:\n  service",
            "5:1: spce: unknown field, the nearest known one is 'spec'"));
  }

  static Stream<Arguments> ratios() {
    return Stream.of(
        ratio("  service: chat\n", "", "6:3: spec.service: is missing"),
        ratio("service: chat", "service: ' '", "6:12: spec.service: must not be blank, got ' '"),
        ratio(
            "service: chat",
            "service: \"*\"",
            "6:12: spec.service: an SLO for every service needs the annotation"
                + " burnline.dev/services: \"*\", got '*'"),
        ratio(
            "status = 'success'",
            "status = success",
            "11:61: spec.indicator.spec.ratioMetric.good.metricSource.spec.where: expected a"
                + " value, found 'success', text stands in single quotes, at character 10, got"
                + " 'status = success'"),
        ratio(
            "where: \"true\"",
            "where: true",
            "12:62: spec.indicator.spec.ratioMetric.total.metricSource.spec.where: must be a text,"
                + " got true"),
        ratio(
            "good: {metricSource: {type: burnline, spec: {where",
            "good: {metricSource: {type: burnline, spec: {were",
            "11:53: spec.indicator.spec.ratioMetric.good.metricSource.spec.where: is missing",
            "11:54: spec.indicator.spec.ratioMetric.good.metricSource.spec.were: unknown field,"
                + " the nearest known one is 'where'"),
        ratio(
            "good: {metricSource: {type: burnline",
            "good: {metricSource: {type: Burn-line",
            "11:37: spec.indicator.spec.ratioMetric.good.metricSource.type: must be 'burnline' to be"
                + " read from logs, got 'Burn-line'"),
        ratio(
            "good: {metricSource: {type: burnline",
            "good: {metricSource: {type: Prometheus",
            "11:9: spec.indicator.spec.ratioMetric: takes its two counts from different types of"
                + " source"),
        ratio(
            "good: {metricSource: {type: burnline, ",
            "good: {metricSource: {",
            "11:30: spec.indicator.spec.ratioMetric.good.metricSource: needs 'type' or"
                + " 'metricSourceRef'"),
        ratio(
            "good: {metricSource: {type: burnline, ",
            "good: {metricSource: {metricSourceRef: logs, ",
            "11:48: spec.indicator.spec.ratioMetric.good.metricSource.metricSourceRef: no DataSource"
                + " of this name in the files, got 'logs'"),
        ratio(
            "        good:",
            "        godo:",
            "11:9: spec.indicator.spec.ratioMetric.godo: unknown field, the nearest known one is"
                + " 'good'",
            "11:9: spec.indicator.spec.ratioMetric: needs 'good' or 'bad'"),
        ratio(
            "        total:",
            "        bad:",
            "11:9: spec.indicator.spec.ratioMetric: has both 'good' and 'bad', give one",
            "11:9: spec.indicator.spec.ratioMetric.total: is missing"),
        ratio(
            "indicator:\n    metadata: {name: answered}",
            "indicator:\n    metadata: {}",
            "8:15: spec.indicator.metadata.name: is missing"),
        ratio(
            "  indicator:\n",
            "  indicatorRef: answered\n  indicator:\n",
            "6:3: spec: has both 'indicator' and 'indicatorRef', give one"),
        ratio("[{target: 0.999}]", "[]", "15:15: spec.objectives: must not be empty"),
        ratio(
            "[{target: 0.999}]",
            "{target: 0.999}",
            "15:15: spec.objectives: must be a list, got a mapping"),
        ratio(
            "target: 0.999",
            "target: 99.9",
            "15:25: spec.objectives[0].target: must be in (0, 1), got 99.9"),
        ratio(
            "target: 0.999",
            "target: 1.0",
            "15:25: spec.objectives[0].target: must be in (0, 1), got 1.0"),
        ratio(
            "target: 0.999",
            "target: 0",
            "15:25: spec.objectives[0].target: must be in (0, 1), got 0"),
        ratio(
            "target: 0.999",
            "target: \"0.999\"",
            "15:25: spec.objectives[0].target: must be a number, got '0.999'"),
        ratio(
            "target: 0.999",
            "target: .nan",
            "15:25: spec.objectives[0].target: must be a finite number, got .nan"),
        ratio(
            "target: 0.999",
            "target: 1e-999999999",
            "15:25: spec.objectives[0].target: must be a finite number, got 1e-999999999"),
        ratio(
            "target: 0.999",
            "target: 0.9999999999999",
            "15:25: spec.objectives[0].target: must have at most 12 decimals, got"
                + " 0.9999999999999"),
        ratio(
            "target: 0.999",
            "targetPercent: 100",
            "15:32: spec.objectives[0].targetPercent: must be in (0, 100), got 100"),
        ratio(
            "target: 0.999",
            "target: 0.999, targetPercent: 99.9",
            "15:16: spec.objectives[0]: has both 'target' and 'targetPercent', give one"),
        ratio(
            "target: 0.999",
            "targets: 0.999",
            "15:16: spec.objectives[0]: needs 'target' or 'targetPercent'",
            "15:17: spec.objectives[0].targets: unknown field, the nearest known one is"
                + " 'target'"),
        ratio(
            "target: 0.999",
            "target: 0.999, indicatorRef: x",
            "15:16: spec.objectives[0]: not supported yet by this version: an indicator per"
                + " objective",
            "15:46: spec.objectives[0].indicatorRef: no SLI of this name in the files, got 'x'"));
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
            "isRolling: true",
            "calendar: {startTime: 2026-01-01 00:00:00, timeZone: Europe/Berlin}",
            "13:15: spec.timeWindow: not supported yet by this version: calendar windows"),
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
            "Timeslices\n  objectives: [{timeSliceTarget: 0.9, timeSliceWindow: 1m, ",
            "14:20: spec.budgetingMethod: not supported yet by this version: budgeting method"
                + " Timeslices"),
        ratio(
            "Occurrences\n  objectives: [{",
            "Timeslices\n  objectives: [{timeSliceTarget: 1.1, ",
            "15:16: spec.objectives[0].timeSliceWindow: is missing",
            "15:34: spec.objectives[0].timeSliceTarget: must be in (0, 1], got 1.1"));
  }

  private static Arguments annotated(String annotation, String... messages) {
    return Arguments.of(
        RATIO,
        "  name: up",
        "  name: up\n  annotations: {burnline.dev/" + annotation + "}",
        problems("SLO up", messages));
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
            "exclude: x",
            "5:39: metadata.annotations.burnline.dev/exclude: not supported yet by this version:"
                + " excluded maintenance"),
        ratio(
            "  objectives:",
            "  alertPolicies: [burn-rats, {alertPolicyRef: slow}]\n  objectives:",
            "15:19: spec.alertPolicies[0]: no AlertPolicy of this name in the files, and the"
                + " built-in one is 'burn-rate', got 'burn-rats'",
            "15:47: spec.alertPolicies[1].alertPolicyRef: no AlertPolicy of this name in the files,"
                + " and the built-in one is 'burn-rate', got 'slow'"));
  }
}
