package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.Completeness;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.ServiceReport.Comparison;
import dev.burnline.report.ServiceReport.Latency;
import dev.burnline.report.ServiceReport.RequestsPerSecond;
import dev.burnline.report.ServiceReport.Throughput;
import dev.burnline.report.ServiceReport.TokenFigures;
import dev.burnline.report.Verdict;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OverallVerdictTest {

  private static final Completeness COMPLETE = lines(1000, 0, 0);

  @Test
  void without_services_there_is_no_data() {
    assertThat(OverallVerdict.of(List.of(), lines(0, 0, 0), true)).isEqualTo(Verdict.NO_DATA);
  }

  @Test
  void the_worst_service_wins() {
    assertThat(verdict(Verdict.MET, Verdict.MET)).isEqualTo(Verdict.MET);
    assertThat(verdict(Verdict.MET, Verdict.AT_RISK)).isEqualTo(Verdict.AT_RISK);
    assertThat(verdict(Verdict.MISSED, Verdict.AT_RISK)).isEqualTo(Verdict.MISSED);
    assertThat(verdict(Verdict.MISSED, Verdict.NO_DATA)).isEqualTo(Verdict.NO_DATA);
  }

  @Test
  void what_could_not_be_read_makes_a_report_incomplete() {
    assertThat(OverallVerdict.of(List.of(service(Verdict.MISSED)), COMPLETE, false))
        .isEqualTo(Verdict.INCOMPLETE);
    assertThat(OverallVerdict.of(List.of(), COMPLETE, false)).isEqualTo(Verdict.NO_DATA);
  }

  @Test
  void more_than_one_per_cent_of_the_lines_lost_or_unusable_does_so_too() {
    assertThat(verdictOf(lines(1000, 10, 0))).isEqualTo(Verdict.MET);
    assertThat(verdictOf(lines(1000, 11, 0))).isEqualTo(Verdict.INCOMPLETE);
    assertThat(verdictOf(lines(990, 0, 10))).isEqualTo(Verdict.MET);
    assertThat(verdictOf(lines(990, 1, 10))).isEqualTo(Verdict.INCOMPLETE);
    assertThat(verdictOf(lines(1, 1, 0))).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void requests_that_heartbeats_counted_and_the_log_has_not_are_lost_lines() {
    assertThat(verdictOf(new Completeness(1, 0, 990, 0, 0, new TreeMap<>(), 4, 0, 0, 0, 10)))
        .isEqualTo(Verdict.MET);
    assertThat(verdictOf(new Completeness(1, 0, 989, 0, 0, new TreeMap<>(), 4, 0, 0, 0, 11)))
        .isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void no_number_of_lost_lines_is_too_large_to_be_seen() {
    assertThat(verdictOf(lines(1000, 0, 184_467_440_737_094_819L))).isEqualTo(Verdict.INCOMPLETE);
  }

  private static Verdict verdictOf(Completeness completeness) {
    return OverallVerdict.of(List.of(service(Verdict.MET)), completeness, true);
  }

  private static Verdict verdict(Verdict one, Verdict other) {
    return OverallVerdict.of(List.of(service(one), service(other)), COMPLETE, true);
  }

  private static Completeness lines(long lines, long malformed, long lost) {
    return new Completeness(1, 0, lines, 0, malformed, new TreeMap<>(), lost, 0, 0, 0, 0);
  }

  private static ServiceReport service(Verdict verdict) {
    TokenFigures noTokens = new TokenFigures(0, null, null, null, null, null);
    return new ServiceReport(
        "chat",
        verdict,
        0,
        0,
        null,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new RequestsPerSecond(0, 0),
        noTokens,
        noTokens,
        new Latency(null, null, null, null),
        new Throughput(null, null, null, null),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Comparison(null, null));
  }
}
