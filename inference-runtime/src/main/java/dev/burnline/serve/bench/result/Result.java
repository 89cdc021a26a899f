package dev.burnline.serve.bench.result;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.bench.client.Reply;
import dev.burnline.serve.bench.load.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What a run came to.
 *
 * @param sent requests sent
 * @param answered those with a whole answer
 * @param seconds from the first intended start to the last end
 * @param outputTokens of the answered requests
 * @param countedByPieces answers whose tokens are counted by pieces of text, since the server did
 *     not tell
 * @param promptTokens of the answered requests whose server tells
 * @param latencies of the answered requests
 * @param lateMillis how late requests left, of all
 * @param errors requests without a whole answer by kind, with one message each
 * @param goodput how many kept the objectives; absent without objectives
 */
public record Result(
    int sent,
    int answered,
    double seconds,
    long outputTokens,
    int countedByPieces,
    long promptTokens,
    Latencies latencies,
    Distribution lateMillis,
    Map<String, Errors> errors,
    Optional<Goodput> goodput) {

  public Result {
    requireNonNull(latencies, "latencies is null");
    requireNonNull(lateMillis, "lateMillis is null");
    errors = new TreeMap<>(errors);
    requireNonNull(goodput, "goodput is null");
  }

  /**
   * Counts what came of a run.
   *
   * @param samples at least one
   */
  public static Result of(List<Sample> samples, Optional<Objectives> objectives) {
    List<Reply.Answered> answers =
        samples.stream()
            .map(Sample::reply)
            .filter(Reply.Answered.class::isInstance)
            .map(Reply.Answered.class::cast)
            .toList();
    long begin = samples.stream().mapToLong(Sample::intendedNanos).min().orElseThrow();
    long end = samples.stream().mapToLong(each -> each.reply().endNanos()).max().orElseThrow();
    Map<String, Errors> errors = new TreeMap<>();
    for (Sample sample : samples) {
      if (sample.reply() instanceof Reply.Failed failed) {
        errors.merge(failed.kind(), new Errors(1, failed.message()), Errors::and);
      }
    }
    return new Result(
        samples.size(),
        answers.size(),
        Math.max(end - begin, 1) / 1e9,
        sum(answers, Reply.Answered::tokens),
        (int) answers.stream().filter(each -> each.outputTokens().isEmpty()).count(),
        sum(answers, each -> each.promptTokens().orElse(0)),
        Latencies.of(samples),
        new Distribution(samples.stream().mapToDouble(Sample::lateMillis)),
        errors,
        objectives.map(
            each -> new Goodput(each, (int) samples.stream().filter(each::areKeptBy).count())));
  }

  /** Returns answered requests per second. */
  public double requestsPerSecond() {
    return answered / seconds;
  }

  /** Returns output tokens of answered requests per second. */
  public double outputTokensPerSecond() {
    return outputTokens / seconds;
  }

  private static long sum(List<Reply.Answered> answers, ToLongFunction<Reply.Answered> count) {
    return answers.stream().mapToLong(count).sum();
  }

  /**
   * Failures of one kind.
   *
   * @param count how many
   * @param example the message of the first
   */
  public record Errors(int count, String example) {

    Errors and(Errors more) {
      return new Errors(count + more.count, example);
    }
  }

  /**
   * Requests within the objectives.
   *
   * @param good how many, of all that were sent
   */
  public record Goodput(Objectives objectives, int good) {}
}
