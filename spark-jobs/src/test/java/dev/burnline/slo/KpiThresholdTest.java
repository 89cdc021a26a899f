package dev.burnline.slo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.slo.KpiThreshold.Comparison;
import dev.burnline.slo.KpiThreshold.Name;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class KpiThresholdTest {

  @Test
  void theThresholdItselfIsNoBreach() {
    KpiThreshold latency =
        new KpiThreshold(Name.P95_LATENCY_MS, Comparison.ABOVE, new BigDecimal("15000"));
    KpiThreshold throughput =
        new KpiThreshold(Name.OUTPUT_THROUGHPUT_TPS, Comparison.BELOW, new BigDecimal("20"));

    assertThat(latency.breachedBy(15_000)).isFalse();
    assertThat(latency.breachedBy(Math.nextUp(15_000.0))).isTrue();
    assertThat(throughput.breachedBy(20)).isFalse();
    assertThat(throughput.breachedBy(Math.nextDown(20.0))).isTrue();
  }

  @Test
  void everyIndicatorIsFoundByItsKey() {
    for (Name name : Name.values()) {
      assertThat(Name.ofKey(name.key())).contains(name);
    }
    assertThat(Name.ofKey("P95_LATENCY_MS")).isEmpty();
  }
}
