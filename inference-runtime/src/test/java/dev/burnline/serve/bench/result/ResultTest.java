package dev.burnline.serve.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.burnline.serve.bench.client.Reply;
import dev.burnline.serve.bench.client.Times;
import dev.burnline.serve.bench.load.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultTest {

  private static final long MILLI = 1_000_000;

  @Test
  void percentilesAreThoseOfAllSamples() {
    // One hundred answers; the i-th needs i ms to its first piece.
    List<Sample> samples =
        IntStream.rangeClosed(1, 100).mapToObj(i -> answered(0, 200, 3, i, i + 20)).toList();

    Distribution ttft = Result.of(samples, Optional.empty()).latencies().ttft();

    assertThat(ttft.percentile(500)).hasValue(50);
    assertThat(ttft.percentile(900)).hasValue(90);
    assertThat(ttft.percentile(950)).hasValue(95);
    assertThat(ttft.percentile(990)).hasValue(99);
    assertThat(ttft.max()).hasValue(100);
    assertThat(ttft.mean()).hasValue(50.5);
  }

  @Test
  void throughputIsOverTheTimeFromTheFirstStartToTheLastEnd() {
    Result result =
        Result.of(
            List.of(answered(0, 1000, 30, 100), answered(500, 2000, 50, 700)), Optional.empty());

    assertThat(result.seconds()).isEqualTo(2);
    assertThat(result.requestsPerSecond()).isEqualTo(1);
    assertThat(result.outputTokensPerSecond()).isEqualTo(40);
  }

  @Test
  void timePerTokenLeavesTheFirstTokenOut() {
    // First piece at 100 ms, last at 400 ms, 4 tokens: three steps of 100 ms, two gaps of pieces.
    Latencies latencies =
        Result.of(List.of(answered(0, 450, 4, 100, 150, 400)), Optional.empty()).latencies();

    assertThat(latencies.tpot().max()).hasValue(100);
    assertThat(latencies.itl().percentile(500)).hasValue(50);
    assertThat(latencies.itl().max()).hasValue(250);
    assertThat(latencies.e2e().max()).hasValue(450);
  }

  @Test
  void oneTokenHasNoTimePerTokenAndBreaksNoLimitOfIt() {
    Result result =
        Result.of(List.of(answered(0, 90, 1, 80)), Optional.of(Objectives.parse("tpot=1ms")));

    assertThat(result.latencies().tpot().count()).isZero();
    assertThat(result.goodput().orElseThrow().good()).isEqualTo(1);
  }

  @Test
  void anAnswerInOnePieceHasNoTimePerTokenAndThePageTellsOverHowManyItStands() throws Exception {
    Result result =
        Result.of(
            List.of(
                answered(0, 450, 4, 100, 250, 400), answered(0, 90, 30, 80), answered(0, 9, 1, 8)),
            Optional.of(Objectives.parse("tpot=200ms")));

    assertThat(result.latencies().tpot().count()).isEqualTo(1);
    assertThat(result.latencies().tpot().mean()).hasValue(100);
    assertThat(result.goodput().orElseThrow().good()).isEqualTo(3);
    assertThat(TextResult.of(result, Map.of()))
        .contains("tpot is over 1 of 3 answers: the others had one token or came in one piece.\n");
    assertThat(new ObjectMapper().readTree(JsonResult.of(result, Map.of())).at("/tpot_ms/count"))
        .hasToString("1");
    assertThat(
            TextResult.of(
                Result.of(List.of(answered(0, 450, 4, 100, 400)), Optional.empty()), Map.of()))
        .doesNotContain("tpot is over");
  }

  @Test
  void goodputCountsWhatKeptEveryLimitOutOfAllThatWasSent() {
    List<Sample> samples =
        List.of(
            answered(0, 1000, 2, 100, 900),
            answered(0, 1000, 2, 101, 900),
            answered(0, 1001, 2, 100, 900),
            failed("http_429", "busy"));

    Result result = Result.of(samples, Optional.of(Objectives.parse("ttft=100ms,e2e=1s")));

    assertThat(result.goodput().orElseThrow().good()).isEqualTo(1);
    assertThat(TextResult.of(result, Map.of()))
        .contains("goodput              25.0 % of all sent, 1.00 requests/s (ttft <= 100.000 ms,");
  }

  @Test
  void errorsAreCountedByKindWithTheFirstMessage() {
    Result result =
        Result.of(
            List.of(
                failed("http_429", "queue is full"),
                failed("timeout", "30 s"),
                failed("http_429", "other")),
            Optional.empty());

    assertThat(result.answered()).isZero();
    assertThat(result.errors())
        .containsExactly(
            Map.entry("http_429", new Result.Errors(2, "queue is full")),
            Map.entry("timeout", new Result.Errors(1, "30 s")));
    assertThat(result.latencies().e2e().percentile(500)).isEmpty();
  }

  @Test
  void aServersMessageCannotWriteOnTheTerminal() {
    String page =
        TextResult.of(
            Result.of(List.of(failed("http_500", "a\u001b[2Jb\nc\u202ed")), Optional.empty()),
            Map.of("endpoint", "http://h"));

    assertThat(page).contains("http_500             1  a [2Jb c d\n").startsWith("endpoint");
  }

  @Test
  void lateStartsAreToldAndSoAreTokensCountedByChunks() {
    Times pieces = new Times();
    pieces.add(300 * MILLI);
    Sample late =
        new Sample(
            0,
            60 * MILLI,
            new Reply.Answered(pieces, OptionalLong.empty(), OptionalLong.empty(), 400 * MILLI));

    String page = TextResult.of(Result.of(List.of(late), Optional.empty()), Map.of());

    assertThat(page)
        .contains("1 of 1 answers told no usage: their tokens are counted by chunks")
        .contains("Some requests left late")
        .containsPattern("late +60.00 +60.00 +60.00 +60.00 +60.00 +60.00");
  }

  @Test
  void theJsonHasNullWhereThereIsNoValue() throws Exception {
    Result result =
        Result.of(
            List.of(answered(0, 100, 1, 50), failed("io", "reset")),
            Optional.of(Objectives.parse("e2e=1s")));

    JsonNode json = new ObjectMapper().readTree(JsonResult.of(result, Map.of("model", "demo")));

    assertThat(json.at("/settings/model").asText()).isEqualTo("demo");
    assertThat(json.at("/ttft_ms/p95").doubleValue()).isEqualTo(50);
    assertThat(json.at("/tpot_ms/p95").isNull()).isTrue();
    assertThat(json.at("/goodput/share").doubleValue()).isEqualTo(0.5);
    assertThat(json.at("/errors/io/count").intValue()).isEqualTo(1);
  }

  @Test
  void objectivesThatAreNoneAreRefused() {
    for (String text : List.of("", "ttft", "ttft=5", "ttft=5ms,", "p99=1s")) {
      assertThatThrownBy(() -> Objectives.parse(text))
          .hasMessageStartingWith("--slo must be like ttft=500ms,tpot=50ms,e2e=5s, got '");
    }
    assertThatThrownBy(() -> Objectives.parse("ttft=1s,ttft=2s"))
        .hasMessage("--slo names ttft twice");
  }

  private static Sample answered(long intended, long end, long tokens, long... pieceMillis) {
    Times pieces = new Times();
    for (long each : pieceMillis) {
      pieces.add(each * MILLI);
    }
    return new Sample(
        intended * MILLI,
        intended * MILLI,
        new Reply.Answered(pieces, OptionalLong.of(tokens), OptionalLong.empty(), end * MILLI));
  }

  private static Sample failed(String kind, String message) {
    return new Sample(0, 0, new Reply.Failed(kind, message, 10 * MILLI));
  }
}
