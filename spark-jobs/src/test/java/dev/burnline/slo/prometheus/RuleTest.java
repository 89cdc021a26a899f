package dev.burnline.slo.prometheus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * A unit test of rules: counters with a sample on every whole minute, and at every whole minute
 * which alerts fire. A sample says what was counted before it.
 */
final class RuleTest {

  private final int minutes;
  private final Map<String, long[]> increments = new LinkedHashMap<>();
  private final StringBuilder expectations = new StringBuilder();

  RuleTest(int minutes) {
    this.minutes = minutes;
  }

  /** Adds a counter with as much in each minute as given. */
  RuleTest counter(String series, long[] perMinute) {
    increments.put(series, perMinute);
    return this;
  }

  /** Expects an alert to fire at exactly these minutes. */
  RuleTest alert(String labels, IntPredicate firesAt) {
    for (int minute = 0; minute <= minutes; minute++) {
      expectations.append(
          """
                - expr: 'count(ALERTS{alertstate="firing", %s})'
                  eval_time: %dm
                  exp_samples: [%s]
          """
              .formatted(labels, minute, firesAt.test(minute) ? "{labels: '{}', value: 1}" : ""));
    }
    return this;
  }

  /** Expects an expression to have these samples at a minute. */
  RuleTest samples(String expression, int minute, Map<String, Double> values) {
    StringBuilder all = new StringBuilder();
    values.forEach(
        (labels, value) ->
            all.append(all.isEmpty() ? "" : ", ")
                .append("{labels: '%s', value: %s}".formatted(labels, value)));
    expectations.append(
        """
              - expr: '%s'
                eval_time: %dm
                exp_samples: [%s]
        """
            .formatted(expression, minute, all));
    return this;
  }

  /** Runs the test against rules. */
  Promtool.Ran run(Path folder, PrometheusRules rules) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("rules.yaml"), rules.text());
    StringBuilder test = new StringBuilder();
    test.append("rule_files: [rules.yaml]\nevaluation_interval: 1m\ntests:\n  - interval: 1m\n");
    test.append("    input_series:\n");
    increments.forEach(
        (series, perMinute) ->
            test.append(
                "      - series: '%s'\n        values: '%s'\n"
                    .formatted(series, samples(perMinute))));
    test.append("    promql_expr_test:\n").append(expectations.toString().indent(-4).indent(6));
    Files.writeString(folder.resolve("test.yaml"), test);
    return Promtool.run(folder, "test", "rules", "test.yaml");
  }

  /** Writes runs of equal increments as {@code start+step x times}, which is one sample more. */
  private String samples(long[] perMinute) {
    StringBuilder samples = new StringBuilder();
    long value = 0;
    int minute = 0;
    while (minute <= minutes) {
      int end = minute;
      while (end < minutes && perMinute[end] == perMinute[Math.min(minute, minutes - 1)]) {
        end++;
      }
      long step = minute < minutes ? perMinute[minute] : 0;
      samples.append("%d+%dx%d ".formatted(value, step, end - minute));
      value += step * (end - minute) + (end < minutes ? perMinute[end] : 0);
      minute = end + 1;
    }
    return samples.toString().strip();
  }
}
