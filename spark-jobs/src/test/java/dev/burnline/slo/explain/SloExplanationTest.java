package dev.burnline.slo.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.slo.Slo;
import dev.burnline.slo.alert.AlertEpisode;
import dev.burnline.slo.alert.AlertReplay;
import dev.burnline.slo.alert.AlertRules;
import dev.burnline.slo.alert.BudgetWindow;
import dev.burnline.slo.alert.Pairs;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.slo.openslo.SloFileException;
import dev.burnline.slo.openslo.SloSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SloExplanationTest {

  private static final Duration MONTH = Duration.ofDays(30);

  private static Slo slo(String indicator, String objective, String window) {
    String yaml =
        """
        apiVersion: openslo/v1
        kind: SLO
        metadata: {name: up}
        spec:
          service: chat
          indicator: {metadata: {name: up}, spec: {%s}}
          timeWindow: [{duration: %s, isRolling: true}]
          budgetingMethod: Occurrences
          objectives: [{%s}]
        """
            .formatted(indicator, window, objective);
    try {
      return SloFile.parse(List.of(new SloSource("slo.yaml", yaml))).slos().get(0);
    } catch (SloFileException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Slo ratio(String part, String some, String total, String target, String window) {
    return slo(
        """
        ratioMetric: {%s: {metricSource: {type: burnline, spec: {where: "%s"}}}, \
        total: {metricSource: {type: burnline, spec: {where: "%s"}}}}\
        """
            .formatted(part, some, total),
        "target: " + target,
        window);
  }

  private static Slo succeeding(String target, String window) {
    return ratio("good", "status = 'success'", "true", target, window);
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, 1h,       ,",
    "0.02, 1h,     44,",
    "0.05, 1h,     18,",
    "0.5,  1h,      2,",
    "1,    1h,      1,",
    "0.01, 6h,    217,",
    "0.02, 6h,    109,",
    "0.01, 3d,    433,"
  })
  void theClassicMonthPagesAfterTheseMinutes(String failing, String lookback, Long minutes) {
    PairExplanation alert =
        SloExplanation.of(succeeding("0.999", "30d"), MONTH, AlertRules.of(Pairs.forWindow(MONTH)))
            .alerts()
            .stream()
            .filter(one -> one.pair().longLookback().equals(Duration.parse(iso(lookback))))
            .findFirst()
            .orElseThrow();

    assertThat(alert.minutesUntil(new BigDecimal(failing)))
        .isEqualTo(minutes == null ? OptionalLong.empty() : OptionalLong.of(minutes));
  }

  private static String iso(String lookback) {
    return lookback.endsWith("d") ? "P" + lookback.toUpperCase(Locale.ROOT) : "PT" + lookback;
  }

  @ParameterizedTest
  @CsvSource({"0.999, 30d", "0.99, 28d", "0.995, 7d", "0.95, 30d", "0.9, 90d"})
  void theMinutesAreThoseAtWhichTheEvaluationFires(String target, String window) {
    Slo slo = succeeding(target, window);
    Duration length = Duration.ofDays(Integer.parseInt(window.replace("d", "")));
    for (String failing : List.of("0.01", "0.02", "0.1", "0.5", "1")) {
      EventSeries.Builder events = EventSeries.builder();
      long bad = new BigDecimal(failing).movePointRight(2).longValueExact();
      LongStream.range(10_000, 20_000)
          .forEach(minute -> events.add(minute, minute < 15_000 ? 100 : 100 - bad, 100));
      EventSeries series = events.build();
      for (PairExplanation alert :
          SloExplanation.of(slo, length, AlertRules.of(Pairs.forWindow(length))).alerts()) {
        OptionalLong minutes = alert.minutesUntil(new BigDecimal(failing));
        if (minutes.isEmpty()) {
          assertThat(holds(slo, series, alert, 15_000 + 4400)).isFalse();
        } else {
          assertThat(holds(slo, series, alert, 15_000 + minutes.getAsLong())).isTrue();
          assertThat(holds(slo, series, alert, 15_000 + minutes.getAsLong() - 1)).isFalse();
        }
      }
    }
  }

  private static boolean holds(Slo slo, EventSeries events, PairExplanation alert, long minute) {
    return new AlertReplay(slo, AlertRules.of(List.of(alert.pair())), BudgetWindow.of(slo.window()))
        .episodes(events, events, 0, minute).stream().anyMatch(AlertEpisode::isFiring);
  }

  @Test
  void oneFailurePagesWhileThereAreFewerThanSeventyRequestsInAnHour() {
    PairExplanation page =
        SloExplanation.of(succeeding("0.999", "30d"), MONTH, AlertRules.of(Pairs.forWindow(MONTH)))
            .alerts()
            .get(0);

    assertThat(page.mostRequestsForOneFailure()).isEqualTo(69);
    assertThat(page.firesOnOneFailure(69)).isTrue();
    assertThat(page.firesOnOneFailure(70)).isFalse();
  }

  @Test
  void whereNoShareOfBadRequestsIsEnoughNoTrafficIsLowEnough() {
    PairExplanation page =
        SloExplanation.of(succeeding("0.9", "30d"), MONTH, AlertRules.of(Pairs.forWindow(MONTH)))
            .alerts()
            .get(0);

    assertThat(page.isReachable()).isFalse();
    assertThat(page.badShare()).isEqualByComparingTo("1.44");
    assertThat(page.mostRequestsForOneFailure()).isZero();
    assertThat(page.minutesUntil(BigDecimal.ONE)).isEmpty();
  }

  @Test
  void theBudgetOfAClassicMonthIsAnOutageOfFortyThreeMinutes() {
    assertThat(
            SloExplanation.of(
                    succeeding("0.999", "30d"), MONTH, AlertRules.of(Pairs.forWindow(MONTH)))
                .outageMinutes())
        .isEqualByComparingTo("43.2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "good | status = 'success' | true | every request | those where status = 'success'",
        "good | status = 'success' | model = 'a' and route = 'b' | requests where model = 'a' and"
            + " route = 'b' | those where status = 'success'",
        "good | true               | model = 'a' | requests where model = 'a' | all of them",
        "bad  | status = 'error'   | true | every request | those where (status = 'error') is not"
            + " true",
      })
  void aRatioIsPutIntoWords(String part, String some, String total, String valid, String good) {
    SloExplanation explanation =
        SloExplanation.of(
            ratio(part, some, total, "0.9", "30d"), MONTH, AlertRules.of(Pairs.forWindow(MONTH)));

    assertThat(explanation.valid()).isEqualTo(valid);
    assertThat(explanation.good()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "value: duration_ms | op: lte, value: 10000"
            + " | requests that carry duration_ms | those with duration_ms of at most 10 s",
        "value: output_tokens, where: \"model = 'a'\" | op: gt, value: 5 | requests where model ="
            + " 'a', that carry output_tokens | those with output_tokens above 5",
      })
  void aThresholdIsPutIntoWords(String source, String objective, String valid, String good) {
    Slo slo =
        slo(
            "thresholdMetric: {metricSource: {type: burnline, spec: {%s}}}".formatted(source),
            objective + ", target: 0.9",
            "30d");

    SloExplanation explanation =
        SloExplanation.of(slo, MONTH, AlertRules.of(Pairs.forWindow(MONTH)));

    assertThat(explanation.valid()).isEqualTo(valid);
    assertThat(explanation.good()).isEqualTo(good);
  }
}
