package dev.burnline.slo.openslo;

import static dev.burnline.slo.openslo.WrongFile.ratio;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One change to the head or the indicator of a good file, and everything that is said about it. */
class WrongSloFilesTest {

  @ParameterizedTest(name = "{1} becomes {2}")
  @MethodSource({"heads", "ratios"})
  void everyProblemIsSaidWithItsPlaceAndValue(
      String good, String part, String wrong, List<String> messages) {
    assertThat(SloFiles.problems(good)).isEmpty();
    assertThat(good).contains(part);

    assertThat(SloFiles.problems(good.replace(part, wrong))).isEqualTo(messages);
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
            "11:37: spec.indicator.spec.ratioMetric.good.metricSource.type: must be 'burnline' to"
                + " be read from logs, got 'Burn-line'"),
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
            "11:48: spec.indicator.spec.ratioMetric.good.metricSource.metricSourceRef: no"
                + " DataSource of this name in the files, got 'logs'"),
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
            "8:5: spec.indicator: must be moved into the objectives of a composite SLO, some of"
                + " which have their own",
            "15:46: spec.objectives[0].indicatorRef: no SLI of this name in the files, got 'x'"));
  }
}
