package dev.burnline.slo.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.slo.Slo;
import dev.burnline.slo.alert.AlertEpisode;
import dev.burnline.slo.alert.AlertReplay;
import dev.burnline.slo.alert.BudgetWindow;
import dev.burnline.slo.alert.BurnRatePair.Severity;
import dev.burnline.slo.alert.Pairs;
import dev.burnline.slo.budget.EventSeries;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus itself, on the exported rules, fires at the minutes that Burnline works out. */
class SameMinutesAsTheReplayTest {

  private static final int HOUR = 60;

  @TempDir private Path folder;

  @Test
  void twoPercentOfFailuresPageAndTicketAtTheSameMinutes() throws Exception {
    int minutes = 18 * HOUR;
    IntUnaryOperator failed =
        minute -> minute >= 500 && minute < 700 ? 2 : minute < 900 ? 0 : minute % 3 == 0 ? 1 : 0;
    long[] answered = perMinute(minutes, minute -> 60 - failed.applyAsInt(minute));
    long[] elsewhere = perMinute(minutes, minute -> 40);
    long[] oom = perMinute(minutes, failed);
    long[] wrong = perMinute(minutes, minute -> minute % 7);
    Slo slo =
        Slos.ratio(
            "status = 'success'", "error_type is null or error_type not in ('validation', 'a.b')");

    BitSet page =
        compared(
            slo,
            minutes,
            new RuleTest(minutes)
                .counter(requests("model=\"r1\", status=\"success\""), answered)
                .counter(
                    requests("model=\"q2\", status=\"success\", finish_reason=\"stop\""), elsewhere)
                .counter(requests("model=\"r1\", status=\"error\", error_type=\"cuda_oom\""), oom)
                .counter(
                    requests("model=\"r1\", status=\"error\", error_type=\"validation\""), wrong),
            events(minutes, sum(answered, elsewhere), sum(answered, elsewhere, oom)));

    // 2 of 100 from minute 500 on: above 1.44 % of an hour after 43.2 minutes. When they end at
    // 700,
    // half an hour stays above 0.6 % for 21 minutes.
    assertThat(page.nextSetBit(0)).isEqualTo(544);
    assertThat(page.nextClearBit(544)).isEqualTo(721);
  }

  private static String requests(String labels) {
    return "requests_finished_total{service=\"chat\", %s}".formatted(labels);
  }

  @Test
  void conditionsThatFallIntoSeveralCasesCountEveryRequestOnce() throws Exception {
    int minutes = 10 * HOUR;
    long[] a = perMinute(minutes, minute -> 30 + minute % 5);
    long[] b = perMinute(minutes, minute -> minute > 200 && minute < 280 ? 5 : 1);
    long[] c = perMinute(minutes, minute -> minute % 2);
    long[] d = perMinute(minutes, minute -> minute > 230 ? 20 : 0);
    Slo slo =
        Slos.ratio(
            "0.95",
            "7d",
            "burnline.dev/services: \"*\"",
            "status = 'success' or model = 'tiny' and finish_reason = 'abort'",
            "tenant = 'gold' or route = 'chat' or model is null");

    BitSet page =
        compared(
            slo,
            minutes,
            new RuleTest(minutes)
                .counter(
                    requests("tenant=\"gold\", route=\"chat\", model=\"big\", status=\"success\""),
                    a)
                .counter(
                    requests(
                        "route=\"chat\", model=\"big\", status=\"cancelled\","
                            + " finish_reason=\"abort\""),
                    b)
                .counter(
                    requests(
                        "route=\"chat\", model=\"tiny\", status=\"cancelled\","
                            + " finish_reason=\"abort\""),
                    c)
                .counter(requests("status=\"rejected\", tenant=\"lead\""), d),
            events(minutes, sum(a, c), sum(a, b, c, d)));

    assertThat(page.cardinality()).isPositive();
  }

  @Test
  void slowAnswersAreCountedByTheBucketsOfAHistogram() throws Exception {
    int minutes = 12 * HOUR;
    long[] all = perMinute(minutes, minute -> 50);
    long[] fast = perMinute(minutes, minute -> minute >= 100 && minute < 400 ? 3 : 50);
    Slo slo = Slos.threshold("duration_ms", "lte", "10000", "status = 'success'");

    BitSet page =
        compared(
            slo,
            minutes,
            new RuleTest(minutes)
                .counter(latency("count", "status=\"success\""), all)
                .counter(latency("bucket", "status=\"success\", le=\"10.0\""), fast)
                .counter(latency("bucket", "status=\"success\", le=\"20.0\""), all)
                .counter(latency("count", "status=\"error\""), all)
                .counter(
                    latency("bucket", "status=\"error\", le=\"10.0\""),
                    perMinute(minutes, minute -> 0)),
            events(minutes, fast, all));

    assertThat(page.cardinality()).isPositive();
  }

  private static String latency(String part, String labels) {
    return "e2e_request_latency_seconds_%s{service=\"chat\", %s}".formatted(part, labels);
  }

  @Test
  void aHandfulOfRequestsDoesNotPageBelowTheGuard() throws Exception {
    int minutes = 8 * HOUR;
    long[] good = perMinute(minutes, minute -> minute > 240 ? 10 : 1);
    long[] bad =
        perMinute(minutes, minute -> minute > 300 && minute < 330 ? 2 : minute % 10 == 0 ? 1 : 0);
    Slo slo =
        Slos.ratio(
            "0.99",
            "28d",
            "burnline.dev/min-events: \"40\", burnline.dev/min-failures: \"9\"",
            "status = 'success'",
            "true");

    BitSet page =
        compared(
            slo,
            minutes,
            new RuleTest(minutes)
                .counter(requests("status=\"success\""), good)
                .counter(requests("status=\"error\""), bad)
                .counter("requests_finished_total{service=\"other\", status=\"error\"}", bad),
            events(minutes, good, sum(good, bad)));

    assertThat(page.get(101, 240).cardinality()).isZero();
    assertThat(page.get(300, 480).cardinality()).isPositive();
  }

  @Test
  void missingDataIsNoBurnAndBecomesStaleAfterSixHours() throws Exception {
    int minutes = 14 * HOUR;
    long[] good = perMinute(minutes, minute -> minute < 60 || minute >= 700 ? 9 : 0);
    long[] never = perMinute(minutes, minute -> 0);
    RuleTest test =
        new RuleTest(minutes)
            .counter(requests("status=\"success\""), good)
            .counter("requests_finished_total{service=\"idle\", status=\"success\"}", never)
            .alert("alertname=\"SLODataStale\"", minute -> minute >= 420 && minute <= 700)
            .alert("alertname=\"SLOBudgetBurn\"", minute -> false);

    Promtool.Ran ran = test.run(folder, rules(Slos.ratio("status = 'success'", "true")));

    assertThat(ran.said()).contains("SUCCESS");
    assertThat(ran.code()).isZero();
  }

  /** Returns the minutes at which both page. */
  private BitSet compared(Slo slo, int minutes, RuleTest test, EventSeries events)
      throws Exception {
    BitSet page = firing(slo, events, minutes, Severity.PAGE);
    BitSet ticket = firing(slo, events, minutes, Severity.TICKET);
    test.alert("alertname=\"SLOBudgetBurn\", service=\"chat\", severity=\"page\"", page::get)
        .alert("alertname=\"SLOBudgetBurn\", service=\"chat\", severity=\"ticket\"", ticket::get);

    Promtool.Ran ran = test.run(folder, rules(slo));

    assertThat(ran.said()).contains("SUCCESS");
    assertThat(ran.code()).isZero();
    return page;
  }

  private static PrometheusRules rules(Slo slo) {
    PrometheusRules rules = PrometheusRules.of(List.of(slo), Pairs::rulesOf);
    assertThat(rules.refused()).isEmpty();
    return rules;
  }

  private static BitSet firing(Slo slo, EventSeries events, int minutes, Severity severity) {
    BitSet firing = new BitSet();
    for (AlertEpisode episode :
        new AlertReplay(slo, Pairs.rulesOf(slo), BudgetWindow.of(slo.window()))
            .episodes(events, events, 1, minutes)) {
      if (episode.cause() == AlertEpisode.Cause.BUDGET_BURN && episode.severity() == severity) {
        Long end = episode.endMinute();
        firing.set((int) episode.startMinute(), end == null ? minutes + 1 : end.intValue());
      }
    }
    return firing;
  }

  private static long[] perMinute(int minutes, IntUnaryOperator count) {
    return IntStream.range(0, minutes).map(count).asLongStream().toArray();
  }

  private static long[] sum(long[]... counters) {
    return IntStream.range(0, counters[0].length)
        .mapToLong(i -> List.of(counters).stream().mapToLong(one -> one[i]).sum())
        .toArray();
  }

  private static EventSeries events(int minutes, long[] good, long[] total) {
    EventSeries.Builder events = EventSeries.builder();
    for (int minute = 0; minute < minutes; minute++) {
      events.add(minute, good[minute], total[minute]);
    }
    return events.build();
  }
}
