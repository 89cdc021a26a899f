package dev.burnline.slo.prometheus;

import dev.burnline.slo.Slo;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.slo.openslo.SloFileException;
import dev.burnline.slo.openslo.SloSource;
import java.util.List;

/** SLOs for tests, written as files. */
final class Slos {

  private Slos() {}

  static List<Slo> parsed(String yaml) {
    try {
      return SloFile.parse(List.of(new SloSource("slo.yaml", yaml))).slos();
    } catch (SloFileException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Returns an SLO of every service over 30 days. */
  static Slo ratio(String good, String total) {
    return ratio("0.999", "30d", "burnline.dev/services: \"*\"", good, total);
  }

  static Slo ratio(String target, String window, String annotations, String good, String total) {
    return parsed(
            """
            apiVersion: openslo/v1
            kind: SLO
            metadata: {name: up, displayName: Is it up, annotations: {%s}}
            spec:
              service: chat
              indicator:
                metadata: {name: up}
                spec:
                  ratioMetric:
                    good: {metricSource: {type: burnline, spec: {where: "%s"}}}
                    total: {metricSource: {type: burnline, spec: {where: "%s"}}}
              timeWindow: [{duration: %s, isRolling: true}]
              budgetingMethod: Occurrences
              objectives: [{target: %s}]
            """
                .formatted(annotations, good, total, window, target))
        .get(0);
  }

  /** Returns an SLO of the service chat over 30 days. */
  static Slo threshold(String field, String op, String value, String where) {
    return parsed(
            """
            apiVersion: openslo/v1
            kind: SLO
            metadata: {name: fast}
            spec:
              service: chat
              indicator:
                metadata: {name: fast}
                spec:
                  thresholdMetric: {metricSource: {type: burnline, spec: {value: %s, where: "%s"}}}
              timeWindow: [{duration: 30d, isRolling: true}]
              budgetingMethod: Occurrences
              objectives: [{op: %s, value: %s, target: 0.95}]
            """
                .formatted(field, where, op, value))
        .get(0);
  }
}
