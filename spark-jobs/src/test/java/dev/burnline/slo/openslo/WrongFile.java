package dev.burnline.slo.openslo;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Good files to spoil: a file, a part of it, what comes in its place, and the messages. */
final class WrongFile {

  static final String RATIO =
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

  private WrongFile() {}

  static Arguments ratio(String part, String wrong, String... messages) {
    return Arguments.of(RATIO, part, wrong, problems("SLO up", messages));
  }

  static Arguments threshold(String part, String wrong, String... messages) {
    return Arguments.of(THRESHOLD, part, wrong, problems("SLO fast", messages));
  }

  /** Puts the document's title after the position. */
  static List<String> problems(String title, String... messages) {
    return Stream.of(messages)
        .map(
            message ->
                message.startsWith("=")
                    ? "slo.yaml:" + message.substring(1)
                    : "slo.yaml:" + message.replaceFirst(" ", " document 1 (" + title + "), "))
        .toList();
  }
}
