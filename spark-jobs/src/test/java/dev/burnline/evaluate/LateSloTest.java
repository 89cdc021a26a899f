package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.oracle.RandomRawLogs;
import dev.burnline.report.SloReport;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SLOs that came after the logs were read and deleted, against the same SLOs from the start. */
class LateSloTest {

  private static final MinuteSpan ALWAYS = CrunchedLogs.ALWAYS;

  private static final List<Slo> OF_OUTCOMES =
      List.of(
          SomeSlos.of("error_type is null or error_type <> 'validation'", "status = 'success'"),
          SomeSlos.unless("true", "finish_reason in ('error', 'abort')"),
          SomeSlos.unless("status <> 'cancelled'", "status > 'rejected' and error_type is null"),
          SomeSlos.of("service = 'chat-ü' or finish_reason is null", "status = 'success'"));

  private static final List<Slo> WITH_LIMITS =
      List.of(
          SomeSlos.of("status = 'success' and duration_ms is not null", "duration_ms <= 10000"),
          SomeSlos.of("status = 'success' and ttft_ms is not null", "ttft_ms < 777.7"),
          SomeSlos.unless("input_tokens <= 1500", "duration_ms > 4000 or status <> 'success'"),
          SomeSlos.of("true", "output_tokens >= 100 and output_tokens < 700 and queue_ms = 0"));

  private static final Slo OF_OTHER_FIELDS =
      SomeSlos.of("status = 'success'", "http_status < 300 and stream = true");

  @TempDir private Path folder;

  private CrunchedLogs crunched(Path logs, String store, List<Slo> slos) throws IOException {
    CrunchedLogs crunched = new CrunchedLogs(logs, folder.resolve(store));
    crunched.crunch(slos, 1L << 30);
    return crunched;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatTheOutcomesTellIsExactAndWhatHistogramsTellIsBounded(long seed) throws IOException {
    Path logs = new RandomRawLogs(seed).writeTo(folder);
    List<Slo> all =
        Stream.of(OF_OUTCOMES, WITH_LIMITS, List.of(OF_OTHER_FIELDS))
            .flatMap(List::stream)
            .toList();
    SortedMap<String, ServiceTally> exact = crunched(logs, "early", all).tallies(all);
    SortedMap<String, ServiceTally> late = crunched(logs, "late", List.of()).tallies(all);

    assertThat(late.keySet()).isEqualTo(exact.keySet());
    boolean anyUnsure = false;
    for (String service : exact.keySet()) {
      for (Slo slo : OF_OUTCOMES) {
        assertThat(late.get(service).estimate(slo, ALWAYS)).as(slo.good().key()).isNull();
        assertThat(sum(late.get(service), slo)).isEqualTo(sum(exact.get(service), slo));
      }
      for (Slo slo : WITH_LIMITS) {
        Events counted = sum(exact.get(service), slo);
        SloReport.Estimate bounds = late.get(service).estimate(slo, ALWAYS);
        Events guess = sum(late.get(service), slo);
        assertThat(exact.get(service).estimate(slo, ALWAYS)).isNull();
        if (bounds == null) {
          assertThat(guess).isEqualTo(counted);
        } else {
          anyUnsure = true;
          isBetween(bounds, counted);
          isBetween(bounds, guess);
          assertThat(bounds.reason()).contains("estimated from histograms");
        }
      }
      Events counted = sum(exact.get(service), OF_OTHER_FIELDS);
      SloReport.Estimate bounds = late.get(service).estimate(OF_OTHER_FIELDS, ALWAYS);
      if (counted.total() > 0) {
        isBetween(Objects.requireNonNull(bounds), counted);
        assertThat(bounds.reason()).contains("cannot be told from histograms");
        assertThat(sum(late.get(service), OF_OTHER_FIELDS)).isEqualTo(new Events(0, 0));
      }
    }
    assertThat(anyUnsure).isTrue();
  }

  private static Events sum(ServiceTally tally, Slo slo) {
    return tally.events(slo).between(0, Integer.MAX_VALUE);
  }

  private static void isBetween(SloReport.Estimate bounds, Events events) {
    assertThat(events.good()).isBetween(bounds.goodAtLeast(), bounds.goodAtMost());
    assertThat(events.total()).isBetween(bounds.totalAtLeast(), bounds.totalAtMost());
  }

  @Test
  void ofAnSloThatIsCountedInPartTheOtherPartIsSaid() throws IOException {
    Slo slo = WITH_LIMITS.get(0);
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Files.writeString(logs.resolve("app.log.1"), lines(0, 40, 9_999.5));
    crunched(logs, "store", List.of());
    Files.delete(logs.resolve("app.log.1"));
    Files.writeString(logs.resolve("app.log"), lines(40, 100, 12_000));
    ServiceTally tally =
        Objects.requireNonNull(
            crunched(logs, "store", List.of(slo)).tallies(List.of(slo)).get("chat"));

    assertThat(tally.estimate(slo, ALWAYS))
        .isEqualTo(
            new SloReport.Estimate(
                "This SLO came after its logs had been read, and they were not read again: 40 of its 100 valid"
                    + " events are estimated from histograms, the others are counted.",
                0,
                40,
                100,
                100));
    assertThat(sum(tally, slo).total()).isEqualTo(100);
  }

  @Test
  void logsThatAreStillThereAreReadAgainAlsoWhereTheyWereCompacted() throws IOException {
    Slo slo = WITH_LIMITS.get(0);
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Files.writeString(logs.resolve("app.log.1"), lines(0, 40, 9_999.5));
    Files.writeString(logs.resolve("app.log"), lines(40, 100, 12_000));
    crunched(logs, "store", List.of()).compact();
    ServiceTally tally =
        Objects.requireNonNull(
            crunched(logs, "store", List.of(slo)).tallies(List.of(slo)).get("chat"));

    assertThat(tally.estimate(slo, ALWAYS)).isNull();
    assertThat(sum(tally, slo)).isEqualTo(new Events(20, 100));
  }

  /** Requests one second apart, whose durations differ by less than a bucket. */
  private static String lines(int from, int to, double millis) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < to; i++) {
      lines.append(
          "{\"timestamp\":\"2026-11-22T10:%02d:%02dZ\",\"service\":\"chat\",\"request_id\":\"%d\",\"duration_ms\":%s}\n"
              .formatted(i / 60, i % 60, i, millis + (i % 2) * 3 / 4.0));
    }
    return lines.toString();
  }
}
