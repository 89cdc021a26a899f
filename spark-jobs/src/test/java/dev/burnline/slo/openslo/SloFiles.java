package dev.burnline.slo.openslo;

import java.util.ArrayList;
import java.util.List;

/** SLO files for tests. */
final class SloFiles {

  /** The example of the SLO file's contract. */
  static final String CONTRACT_EXAMPLE =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: llm-availability}
      spec:
        service: DeepSeek-R1-Distill-Qwen-1.5B
        indicator:
          metadata: {name: answered}
          spec:
            ratioMetric:
              good:  {metricSource: {type: burnline, spec: {where: "status = 'success'"}}}
              total: {metricSource: {type: burnline, spec: {where: "error_type is null or error_type not in ('validation','malformed_json','context_length','client_disconnect')"}}}
        timeWindow: [{duration: 30d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{target: 0.999}]
        alertPolicies: [burn-rate-30d]
      ---
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: llm-latency}
      spec:
        service: DeepSeek-R1-Distill-Qwen-1.5B
        indicator:
          metadata: {name: fast-enough}
          spec:
            thresholdMetric: {metricSource: {type: burnline, spec: {value: duration_ms, where: "status = 'success'"}}}
        timeWindow: [{duration: 30d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{op: lte, value: 10000, target: 0.95}]
        alertPolicies: [burn-rate-30d]
      """;

  private SloFiles() {}

  static SloFile parse(String... texts) throws SloFileException {
    return SloFile.parse(sources(texts));
  }

  /** Names the texts slo.yaml, slo2.yaml, and so on. */
  static List<SloSource> sources(String... texts) {
    List<SloSource> sources = new ArrayList<>();
    for (String text : texts) {
      String number = sources.isEmpty() ? "" : String.valueOf(sources.size() + 1);
      sources.add(new SloSource("slo" + number + ".yaml", text));
    }
    return sources;
  }

  /** Returns the messages of the problems of these texts. */
  static List<String> problems(String... texts) {
    try {
      SloFile.parse(sources(texts));
      return List.of();
    } catch (SloFileException e) {
      return e.problems().stream().map(Problem::message).toList();
    }
  }

  /** Returns the messages of the notices of these texts. */
  static List<String> notices(String... texts) throws SloFileException {
    return parse(texts).notices().stream().map(Problem::message).toList();
  }
}
