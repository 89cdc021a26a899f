package dev.burnline.slo.openslo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.rollup.Counter;
import dev.burnline.scan.LogField;
import dev.burnline.slo.BudgetPolicy;
import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.KpiThreshold;
import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.ServiceScope;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SloFileTest {

  private static final String QWEN = "DeepSeek-R1-Distill-Qwen-1.5B";

  @Test
  void theContractsExampleBecomesTwoSlos() throws SloFileException {
    SloFile file = SloFiles.parse(SloFiles.CONTRACT_EXAMPLE);

    assertThat(file.notices()).isEmpty();
    assertThat(file.services()).containsExactly(QWEN);
    assertThat(file.slosOf("other")).isEmpty();
    assertThat(file.slosOf(QWEN))
        .extracting(Slo::name)
        .containsExactly("llm-availability", "llm-latency");
    Slo availability = file.slosOf(QWEN).get(0);
    assertThat(availability.displayName()).isEqualTo("llm-availability");
    assertThat(availability.services()).isEqualTo(new ServiceScope.Named(QWEN));
    assertThat(availability.target()).isEqualTo(new BigDecimal("0.999"));
    assertThat(availability.allowance()).isEqualTo(new BigDecimal("0.001"));
    assertThat(availability.window())
        .isEqualTo(new TimeWindow.Rolling(DurationShorthand.parse("30d").orElseThrow()));
    assertThat(availability.budgetingMethod()).isEqualTo(new BudgetingMethod.Occurrences());
    assertThat(availability.policy()).isEqualTo(BudgetPolicy.DEFAULT);
    assertThat(availability.lowTraffic()).isEqualTo(LowTrafficGuard.DEFAULT);
    assertThat(availability.alertPolicies()).containsExactly("burn-rate-30d");
  }

  @Test
  void countersSayEverythingInTheirKeys() throws SloFileException {
    SloFile file = SloFiles.parse(SloFiles.CONTRACT_EXAMPLE);

    String valid =
        "error_type is null or error_type not in ('client_disconnect', 'context_length',"
            + " 'malformed_json', 'validation')";
    assertThat(file.counters())
        .extracting(Counter::key)
        .containsExactly(
            valid,
            "(" + valid + ") and status = 'success'",
            "status = 'success' and duration_ms is not null",
            "status = 'success' and duration_ms <= 10000");
    assertThat(file.counters().get(3).fields())
        .containsExactlyInAnyOrder(LogField.STATUS, LogField.DURATION_MS);
  }

  @Test
  void aCounterSharedBySlosIsThereOnce() throws SloFileException {
    String again =
        SloFiles.CONTRACT_EXAMPLE
            .replace("llm-", "other-")
            .replace("status = 'success'", "(STATUS='success')");

    assertThat(SloFiles.parse(SloFiles.CONTRACT_EXAMPLE, again).slos()).hasSize(4);
    assertThat(SloFiles.parse(SloFiles.CONTRACT_EXAMPLE, again).counters()).hasSize(4);
  }

  @Test
  void anIndicatorThatNamesItsBadEventsCountsTheUnknownOnesAsGood() throws SloFileException {
    SloFile file =
        SloFiles.parse(
            SloFiles.CONTRACT_EXAMPLE.replace(
                "good:  {metricSource: {type: burnline, spec: {where: \"status = 'success'\"}}}",
                "bad: {metricSource: {type: burnline, spec: {where: \"http_status >= 500\"}}}"));

    Slo slo = file.slos().get(0);
    assertThat(slo.good().key())
        .isEqualTo("(" + slo.total().key() + ") and (http_status >= 500) is not true");
  }

  @Test
  void aStarHoldsForEveryServiceBesideTheServicesOwnSlos() throws SloFileException {
    String everywhere =
        SloFiles.CONTRACT_EXAMPLE.replaceFirst(
            "metadata: \\{name: llm-availability}",
            "metadata: {name: llm-availability, annotations: {burnline.dev/services: \"*\"}}");

    SloFile file = SloFiles.parse(everywhere);

    assertThat(file.slosOf("other")).extracting(Slo::name).containsExactly("llm-availability");
    assertThat(file.slosOf(QWEN))
        .extracting(Slo::name)
        .containsExactly("llm-availability", "llm-latency");
  }

  @Test
  void everyObjectiveOfARatioIsAnSloOfItsOwn() throws SloFileException {
    SloFile file =
        SloFiles.parse(
            SloFiles.CONTRACT_EXAMPLE.replace(
                "objectives: [{target: 0.999}]",
                "objectives: [{displayName: strict, target: 0.999}, {targetPercent: 99.5}]"));

    assertThat(file.slos())
        .extracting(Slo::name)
        .containsExactly("llm-availability/1", "llm-availability/2", "llm-latency");
    assertThat(file.slos())
        .extracting(Slo::displayName)
        .containsExactly("llm-availability: strict", "llm-availability/2", "llm-latency");
    assertThat(file.slos().get(1).target()).isEqualByComparingTo("0.995");
  }

  @Test
  void thresholdsOfAServiceWinOverThoseOfEveryService() throws SloFileException {
    SloFile file =
        SloFiles.parse(
            """
            apiVersion: openslo/v1
            kind: Service
            metadata:
              name: all
              annotations:
                burnline.dev/services: "*"
                burnline.dev/kpis: ["p95_latency_ms > 15000", "output_throughput_tps<20"]
            ---
            apiVersion: openslo/v1
            kind: Service
            metadata:
              name: chat
              annotations:
                burnline.dev/kpis: |
                  error_rate > 0.05
                  mean_input_tokens > 2.5e3
            spec: {description: talks}
            ---
            apiVersion: openslo/v1
            kind: Service
            metadata: {name: quiet, annotations: {burnline.dev/kpis: []}}
            ---
            apiVersion: openslo/v1
            kind: Service
            metadata: {name: plain}
            """);

    List<KpiThreshold> ofEvery =
        List.of(
            new KpiThreshold(
                KpiThreshold.Name.P95_LATENCY_MS,
                KpiThreshold.Comparison.ABOVE,
                new BigDecimal("15000")),
            new KpiThreshold(
                KpiThreshold.Name.OUTPUT_THROUGHPUT_TPS,
                KpiThreshold.Comparison.BELOW,
                new BigDecimal("20")));
    assertThat(file.services()).containsExactly("chat", "quiet", "plain");
    assertThat(file.kpisOf("anything")).isEqualTo(ofEvery);
    assertThat(file.kpisOf("plain")).isEqualTo(ofEvery);
    assertThat(file.kpisOf("quiet")).isEmpty();
    assertThat(file.kpisOf("chat"))
        .extracting(kpi -> kpi.name().key() + kpi.comparison().sign() + kpi.threshold())
        .containsExactly("error_rate>0.05", "mean_input_tokens>2.5E+3");
  }

  @Test
  void aBudgetPolicyIsAListAMappingOrLines() throws SloFileException {
    List<String> spellings =
        List.of(
            "[\"1: freeze: all\", \"0.25: look\"]",
            "[{1: \"freeze: all\"}, {0.25: look}]",
            "{1: \"freeze: all\", 0.25: look}",
            "\"1: freeze: all; 0.25: look\"");
    for (String spelling : spellings) {
      SloFile file =
          SloFiles.parse(
              SloFiles.CONTRACT_EXAMPLE.replace(
                  "{name: llm-availability}",
                  "{name: a, annotations: {burnline.dev/budget-policy: " + spelling + "}}"));

      assertThat(file.slos().get(0).policy().steps())
          .as(spelling)
          .containsExactly(
              new BudgetPolicy.Step(new BigDecimal("0.25"), "look"),
              new BudgetPolicy.Step(new BigDecimal("1"), "freeze: all"));
    }
  }

  @Test
  void filesAndFoldersAreReadInOrderAndOnce(@TempDir Path folder) throws Exception {
    Path second = Files.writeString(folder.resolve("b.yml"), SloFiles.CONTRACT_EXAMPLE);
    Files.writeString(
        folder.resolve("a.yaml"), "\uFEFF" + SloFiles.CONTRACT_EXAMPLE.replace("llm-", "x-"));
    Files.writeString(folder.resolve("notes.txt"), "not: read");

    SloFile file = SloFile.read(List.of(folder, second));

    assertThat(file.slos())
        .extracting(Slo::name)
        .containsExactly("x-availability", "x-latency", "llm-availability", "llm-latency");
  }

  @Test
  void theHashOfOneFileIsTheOneThatOtherToolsCompute() throws SloFileException {
    SloFile file =
        SloFiles.parse("apiVersion: openslo/v1\nkind: Service\nmetadata: {name: chät}\n");

    assertThat(file.sha256())
        .isEqualTo("5fbedd40aa7538cf0fbb4bababc023f1cf3d3388f3cbf85367a0f3c8283a0a70");
  }

  @Test
  void aShippedFileIsTheSameThere() throws Exception {
    SloFile here = SloFiles.parse(SloFiles.CONTRACT_EXAMPLE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new ArrayList<>(here.sources()));
    }

    SloFile there = SloFile.parse(shipped(bytes.toByteArray()));

    assertThat(there.counters())
        .extracting(Counter::key)
        .isEqualTo(here.counters().stream().map(Counter::key).toList());
    assertThat(there.sha256()).isEqualTo(here.sha256());
  }

  private static List<SloSource> shipped(byte[] bytes) throws IOException, ClassNotFoundException {
    List<SloSource> sources = new ArrayList<>();
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      for (Object source : (List<?>) in.readObject()) {
        sources.add((SloSource) source);
      }
    }
    return sources;
  }

  @Test
  void theExceptionListsEveryProblemOfEveryFile() {
    assertThatThrownBy(() -> SloFiles.parse("kind: SLO", "kind: Slo"))
        .isInstanceOf(SloFileException.class)
        .hasMessage(
            """
            the SLO file has 5 problems:
            slo.yaml:1:1: document 1 (SLO), apiVersion: is missing
            slo.yaml:1:1: document 1 (SLO), metadata: is missing
            slo.yaml:1:1: document 1 (SLO), spec: is missing
            slo2.yaml:1:1: document 1 (Slo), apiVersion: is missing
            slo2.yaml:1:7: document 1 (Slo), kind: is no kind of OpenSLO, the nearest is 'SLO', got 'Slo'\
            """);
  }
}
