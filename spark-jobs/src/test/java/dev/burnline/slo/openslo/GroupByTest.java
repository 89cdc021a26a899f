package dev.burnline.slo.openslo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.rollup.CountedKeys;
import dev.burnline.scan.LogField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupByTest {

  private static String grouped(String by) {
    return """
    apiVersion: openslo/v1
    kind: SLO
    metadata:
      name: up
      annotations: {burnline.dev/group-by: %s}
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
    """
        .formatted(by);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[model, tenant]", "'model, tenant'", "' Model ,tenant,model'"})
  void severalFieldsSplitTheSloEachOnItsOwn(String by) throws SloFileException {
    SloFile file = SloFiles.parse(grouped(by));

    assertThat(file.slos().get(0).groupBy()).containsExactly(LogField.MODEL, LogField.TENANT);
    CountedKeys keys = file.counting().keys();
    assertThat(keys.counters()).containsExactly("true", "status = 'success'");
    assertThat(keys.measures()).containsExactly("status = 'success' of true");
    assertThat(keys.groups())
        .containsExactly(
            "status = 'success' of true by model", "status = 'success' of true by tenant");
    assertThat(file.counting().fields()).contains(LogField.TENANT, LogField.MODEL);
  }

  @Test
  void withoutTheAnnotationThereIsNoGroup() throws SloFileException {
    SloFile file = SloFiles.parse(SloFiles.CONTRACT_EXAMPLE);

    assertThat(file.counting().keys().groups()).isEmpty();
    assertThat(file.counting().keys().measures()).hasSize(2);
  }
}
