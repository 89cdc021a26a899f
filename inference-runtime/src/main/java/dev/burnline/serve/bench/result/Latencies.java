package dev.burnline.serve.bench.result;

import dev.burnline.serve.bench.client.Reply;
import dev.burnline.serve.bench.load.Sample;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Latencies of the answered requests in milliseconds, from the time each was meant to leave.
 *
 * @param ttft to the first piece of text
 * @param tpot mean time from one output token to the next, after the first; of answers of at least
 *     two tokens that came in at least two pieces, as one piece tells nothing of the time between
 * @param itl from each piece of text to the next
 * @param e2e to the end of the answer
 */
public record Latencies(Distribution ttft, Distribution tpot, Distribution itl, Distribution e2e) {

  static Latencies of(List<Sample> samples) {
    return new Latencies(
        each(samples, sample -> DoubleStream.of(ttft(sample, answered(sample)))),
        each(samples, sample -> tpot(answered(sample)).stream()),
        each(samples, sample -> itl(answered(sample))),
        each(samples, sample -> DoubleStream.of(e2e(sample))));
  }

  static double ttft(Sample sample, Reply.Answered reply) {
    return sample.millisTo(reply.pieces().at(0));
  }

  static double e2e(Sample sample) {
    return sample.millisTo(sample.reply().endNanos());
  }

  static OptionalDouble tpot(Reply.Answered reply) {
    if (reply.tokens() < 2 || reply.pieces().count() < 2) {
      return OptionalDouble.empty();
    }
    long first = reply.pieces().at(0);
    long last = reply.pieces().at(reply.pieces().count() - 1);
    return OptionalDouble.of((last - first) / 1e6 / (reply.tokens() - 1));
  }

  private static DoubleStream itl(Reply.Answered reply) {
    return IntStream.range(1, reply.pieces().count())
        .mapToDouble(i -> (reply.pieces().at(i) - reply.pieces().at(i - 1)) / 1e6);
  }

  private static Distribution each(List<Sample> samples, Function<Sample, DoubleStream> latencies) {
    return new Distribution(
        samples.stream()
            .filter(sample -> sample.reply() instanceof Reply.Answered)
            .flatMapToDouble(latencies));
  }

  private static Reply.Answered answered(Sample sample) {
    return (Reply.Answered) sample.reply();
  }
}
