package dev.burnline.slo.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.slo.Slo;
import dev.burnline.slo.alert.AlertRules;
import dev.burnline.slo.alert.Pairs;
import dev.burnline.slo.prometheus.PrometheusRules.Remark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PrometheusRulesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '"',
      value = {
        "true                                   # requests_finished_total[5m]",
        "model = 'r1'                           # requests_finished_total{model='r1'}[5m]",
        "model <> 'r1'                          # requests_finished_total{model!='r1',"
            + " model!=''}[5m]",
        "model not in ('r1','q.2')              #"
            + " requests_finished_total{model!~'q\\\\.2|r1', model!=''}[5m]",
        "tenant is null                         # requests_finished_total{tenant=''}[5m]",
        "tenant is not null                     # requests_finished_total{tenant!=''}[5m]",
        "status in ('success','cancelled')      #"
            + " requests_finished_total{status=~'cancelled|success'}[5m]",
        "error_type is null or error_type <> 'validation' #"
            + " requests_finished_total{error_type!='validation'}[5m]",
        "not (model = 'a' and tenant = 'b') # requests_finished_total{model!='a', model!=''}[5m] or"
            + " requests_finished_total{model=~'|a', tenant!='b', tenant!=''}[5m]",
        "model = 'a' or model = 'b' and route = 'c' # requests_finished_total{model='a'}[5m] or"
            + " requests_finished_total{model='b', route='c'}[5m]",
      })
  void conditionsBecomeLabelMatchers(String condition, String selectors) {
    String text =
        PrometheusRules.of(List.of(Slos.ratio("status = 'success'", condition)), Pairs::rulesOf)
            .text();

    assertThat(text.lines().filter(line -> line.contains("expr: sum by")).findFirst())
        .hasValueSatisfying(
            line ->
                assertThat(line.replace("increase(", "").replace("])", "]"))
                    .endsWith("sum by (service) (" + selectors.replace('\'', '"') + ")"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "duration_ms < 5|its condition asks for duration_ms, and the runtime's metrics have only"
            + " the labels service, model, status, error_type, finish_reason, tenant, route",
        "operation = 'chat' or stream = true or model = 'a'|its condition asks for operation,"
            + " stream, and the runtime's metrics have only the labels service, model, status,"
            + " error_type, finish_reason, tenant, route",
        "model > 'a'|its condition has no form in label matchers: 'model > 'a'' compares by order,"
            + " and only =, <>, in and is null tell cases apart",
        "model = ''|its condition has no form in label matchers: 'model' is compared with the empty"
            + " text, which cannot be told from an absent field",
        "model = 'a' and model = 'b' | no request can meet its condition",
      })
  void aConditionWithoutAnExactFormIsRefused(String condition, String reason) {
    PrometheusRules rules =
        PrometheusRules.of(List.of(Slos.ratio("status = 'success'", condition)), Pairs::rulesOf);

    assertThat(rules.refused()).containsExactly(new Remark("up", reason));
    assertThat(rules.exported()).isEmpty();
    assertThat(rules.text()).isEqualTo("groups: []\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "duration_ms    | lte | 10000| - on (service) sum by (service)"
            + " (increase(e2e_request_latency_seconds_bucket{service='chat', status='success',"
            + " le=~'10|10\\\\.0'}[5m]))",
        "ttft_ms        | lte | 250| - on (service) sum by (service)"
            + " (increase(time_to_first_token_seconds_bucket{service='chat', status='success',"
            + " le='0.25'}[5m]))",
        "tpot_ms        | gt  | 7500| sum by (service)"
            + " (increase(request_time_per_output_token_seconds_bucket{service='chat', status='success',"
            + " le='7.5'}[5m]))",
        "queue_ms       | lte | 300.0| - on (service) sum by (service)"
            + " (increase(request_queue_time_seconds_bucket{service='chat', status='success',"
            + " le='0.3'}[5m]))",
      })
  void thresholdsBecomeBuckets(String field, String op, String value, String bad) {
    Slo slo = Slos.threshold(field, op, value, "status = 'success'");

    assertThat(PrometheusRules.of(List.of(slo), Pairs::rulesOf).text().replaceAll("\\s+", " "))
        .contains(bad.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ttft_ms       | lte | 300| time_to_first_token_seconds has no bucket of 0.3 s, its buckets"
            + " end at 0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5,"
            + " 7.5, 10, 20, 40, 80, 160, 640, 2560 s",
        "duration_ms   | lt  | 10000| a histogram counts values up to a bound and not below it, so"
            + " 'lte' and 'gt' can be told and 'lt' cannot",
        "input_tokens  | lte | 1000| the runtime has no histogram of 'input_tokens', it has those"
            + " of duration_ms, ttft_ms, tpot_ms, queue_ms",
      })
  void aThresholdThatIsNoBucketIsRefused(String field, String op, String value, String reason) {
    Slo slo = Slos.threshold(field, op, value, "true");

    assertThat(PrometheusRules.of(List.of(slo), Pairs::rulesOf).refused())
        .containsExactly(new Remark("fast", reason));
  }

  @Test
  void excludedMaintenanceIsRefused() {
    String annotations =
        "burnline.dev/services: \"*\", burnline.dev/exclude:"
            + " \"2026-11-20T01:00Z/2026-11-20T03:00Z\"";
    Slo slo = Slos.ratio("0.999", "30d", annotations, "status = 'success'", "true");

    PrometheusRules rules = PrometheusRules.of(List.of(slo), Pairs::rulesOf);

    assertThat(rules.refused())
        .containsExactly(
            new Remark(
                "up", "it excludes maintenance, which PromQL cannot leave out of a lookback"));
    assertThat(rules.text()).isEqualTo("groups: []\n");
  }

  @Test
  void anAlertThatCanNeverFireIsLeftOutAndNamed() {
    Slo slo = Slos.ratio("0.9", "30d", "burnline.dev/services: \"*\"", "status = 'a'", "true");
    PrometheusRules rules = PrometheusRules.of(List.of(slo), Pairs::rulesOf);

    assertThat(rules.leftOut())
        .containsExactly(
            new Remark("up", "the alert over 1h and 5m can never fire and is left out"));
    assertThat(rules.text()).contains("ratio_rate6h{slo=\"up\"} > 0.6").doesNotContain("1.44");
  }

  @Test
  void missingDataThatTheWindowIsTooShortForAreLeftOutAndNamed() {
    AlertRules standard = Pairs.rulesOf(grouped());
    List<PrometheusRules> from7Days = new ArrayList<>();
    for (Duration staleAfter :
        List.of(Duration.ofDays(60), Duration.ofDays(7), Duration.ofDays(7).minusMinutes(1))) {
      AlertRules rules =
          new AlertRules(standard.pairs(), standard.conditions(), standard.mode(), staleAfter);
      from7Days.add(PrometheusRules.of(List.of(grouped()), slo -> rules));
    }

    assertThat(from7Days.get(0).leftOut())
        .containsExactly(
            new Remark(
                "up",
                "the alert SLODataStale can never fire and is left out: after 60d without data"
                    + " there is nothing left in the window of 7d"));
    assertThat(from7Days.get(0).text())
        .contains("SLOBudgetBurn")
        .doesNotContain("SLODataStale", "60d");
    assertThat(from7Days.get(1).leftOut()).hasSize(1);
    assertThat(from7Days.get(1).text()).doesNotContain("SLODataStale");
    assertThat(from7Days.get(2).leftOut()).isEmpty();
    assertThat(from7Days.get(2).text()).contains("SLODataStale");
  }

  private static Slo grouped() {
    String annotations = "burnline.dev/services: \"*\", burnline.dev/group-by: [tenant, model]";
    return Slos.ratio("0.99", "7d", annotations, "status = 'success'", "true");
  }

  @Test
  void ofAGroupedSloTheBudgetOfEveryValueIsRecordedAndAlertsAreAboutAllEvents() throws Exception {
    PrometheusRules rules = PrometheusRules.of(List.of(grouped()), Pairs::rulesOf);

    assertThat(rules.text())
        .contains(
            "name: burnline/up by tenant",
            "sum by (service, tenant) (increase(requests_finished_total[1d]))",
            "name: burnline/up by model",
            "record: slo:period_error_budget_remaining_by_model:ratio");
    assertThat(rules.text().split("alert: ", -1)).hasSize(4);
    assertThat(rules.text().lines().filter(line -> line.contains("_by_") && line.contains("alert")))
        .isEmpty();
    String of = "requests_finished_total{service=\"chat\",model=\"m\",tenant=\"%s\",status=\"%s\"}";
    Promtool.Ran ran =
        new RuleTest(10)
            .counter(of.formatted("a", "success"), increments(90))
            .counter(of.formatted("a", "error"), increments(10))
            .counter(of.formatted("b", "success"), increments(50))
            .samples(
                "slo:current_burn_rate_by_tenant:ratio",
                10,
                new TreeMap<>(
                    Map.of(
                        "{__name__=\"slo:current_burn_rate_by_tenant:ratio\",service=\"chat\","
                            + "slo=\"up\",tenant=\"a\"}",
                        10.0,
                        "{__name__=\"slo:current_burn_rate_by_tenant:ratio\",service=\"chat\","
                            + "slo=\"up\",tenant=\"b\"}",
                        0.0)))
            .run(folder, rules);
    assertThat(ran.said()).contains("SUCCESS");
    assertThat(ran.code()).isZero();
  }

  private static long[] increments(long each) {
    long[] perMinute = new long[10];
    Arrays.fill(perMinute, each);
    return perMinute;
  }

  @Test
  void promtoolAcceptsTheSampleFileAndHostileNames() throws Exception {
    Path sample = Path.of(System.getProperty("burnline.root")).resolve("sample-logs/slo.yaml");
    List<Slo> slos = Slos.parsed(Files.readString(sample));
    Slo hostile =
        Slos.parsed(
                """
                apiVersion: openslo/v1
                kind: SLO
                metadata: {name: odd, displayName: 'a {{ $labels.x }} "b" \\ {{'}
                spec:
                  service: "it's \\"a\\" \\\\ {b}\\n: #x"
                  indicator:
                    metadata: {name: up}
                    spec:
                      ratioMetric:
                        good: {metricSource: {type: burnline, spec: {where: "status = 'success'"}}}
                        total: {metricSource: {type: burnline, spec: {where: "model in ('a.b*', '\\"c|d\\"', '\\\\d', '(e')"}}}
                  timeWindow: [{duration: 7d, isRolling: true}]
                  budgetingMethod: Occurrences
                  objectives: [{target: 0.995}, {target: 0.9}]
                """)
            .get(0);
    List<Slo> all = new ArrayList<>(slos);
    all.add(hostile);
    all.add(grouped());
    Files.writeString(folder.resolve("rules.yaml"), PrometheusRules.of(all, Pairs::rulesOf).text());

    Promtool.Ran ran = Promtool.run(folder, "check", "rules", "rules.yaml");

    assertThat(ran.said()).contains("SUCCESS").doesNotContain("lint");
    assertThat(ran.code()).isZero();
  }

  /** Line breaks to Prometheus, which reads YAML 1.1. */
  private static PrometheusRules withLineBreaksOfUnicode() {
    List<Slo> all = new ArrayList<>();
    for (String each : List.of("\u0085", "\u2028", "\u2029")) {
      all.addAll(
          Slos.parsed(
              """
              apiVersion: openslo/v1
              kind: SLO
              metadata: {name: odd%d, displayName: "ü%sy%s"}
              spec:
                service: "a%sb"
                indicator:
                  metadata: {name: up}
                  spec:
                    ratioMetric:
                      good: {metricSource: {type: burnline, spec: {where: "status = 'success'"}}}
                      total: {metricSource: {type: burnline, spec: {where: "model in ('c%sd', 'e')"}}}
                timeWindow: [{duration: 7d, isRolling: true}]
                budgetingMethod: Occurrences
                objectives: [{target: 0.995}]
              """
                  .formatted(all.size(), each, each, each, each)));
    }
    return PrometheusRules.of(all, Pairs::rulesOf);
  }

  @Test
  void lineBreaksOfUnicodeAreEscapedAndStayInTheTexts() {
    PrometheusRules rules = withLineBreaksOfUnicode();

    assertThat(rules.exported()).hasSize(3);
    assertThat(rules.text()).doesNotContainPattern("[\u0085\u2028\u2029]");
    assertThat(new Load(LoadSettings.builder().build()).loadFromString(rules.text()).toString())
        .contains("summary=ü\u0085y\u0085 of ", "summary=ü\u2028y\u2028 of ")
        .contains("summary=ü\u2029y\u2029 of ", "service=\"a\\u2028b\"", "model=~\"c\\u2029d|e\"");
  }

  @Test
  void promtoolReadsAFileWithLineBreaksOfUnicode() throws Exception {
    Files.writeString(folder.resolve("rules.yaml"), withLineBreaksOfUnicode().text());

    Promtool.Ran ran = Promtool.run(folder, "check", "rules", "rules.yaml");

    assertThat(ran.said()).contains("SUCCESS").doesNotContain("lint");
    assertThat(ran.code()).isZero();
  }

  @Test
  void otherTextsStayReadable() throws Exception {
    Slo slo =
        Slos.parsed(
                """
                apiVersion: openslo/v1
                kind: SLO
                metadata: {name: up, displayName: "Verfügbarkeit 可用性"}
                spec:
                  service: chat
                  indicator:
                    metadata: {name: up}
                    spec:
                      ratioMetric:
                        good: {metricSource: {type: burnline, spec: {where: "status = 'success'"}}}
                        total: {metricSource: {type: burnline, spec: {where: "true"}}}
                  timeWindow: [{duration: 7d, isRolling: true}]
                  budgetingMethod: Occurrences
                  objectives: [{target: 0.995}]
                """)
            .get(0);

    assertThat(PrometheusRules.of(List.of(slo), Pairs::rulesOf).text())
        .contains("summary: Verfügbarkeit 可用性 of ");
  }
}
