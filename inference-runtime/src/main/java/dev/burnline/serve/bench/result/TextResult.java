package dev.burnline.serve.bench.result;

import java.util.Formatter;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** A result as a page for a terminal. */
public final class TextResult {

  /** Starts later than this are worth a word: the client, not the server, was slow. */
  private static final double LATE_MILLIS = 50;

  private static final int SHOWN_CHARACTERS = 120;

  private TextResult() {}

  /**
   * Returns the page, each line with its end.
   *
   * @param settings what was asked for, put first
   */
  public static String of(Result result, Map<String, String> settings) {
    Formatter page = new Formatter(Locale.ROOT);
    settings.forEach((name, value) -> page.format("%-20s %s\n", name, value));
    page.format("\n");
    page.format("%-20s %,d\n", "requests sent", result.sent());
    page.format("%-20s %,d\n", "answered", result.answered());
    page.format("%-20s %.2f s\n", "duration", result.seconds());
    page.format("%-20s %.2f requests/s\n", "throughput", result.requestsPerSecond());
    page.format("%-20s %.1f tokens/s\n", "", result.outputTokensPerSecond());
    page.format("%-20s %,d out, %,d in\n", "tokens", result.outputTokens(), result.promptTokens());
    if (result.countedByPieces() > 0) {
      page.format(
          "%-20s %,d of %,d answers told no usage: their tokens are counted by chunks\n",
          "", result.countedByPieces(), result.answered());
    }
    result.goodput().ifPresent(goodput -> goodput(page, result, goodput));
    page.format("\n");
    page.format(
        "%-8s %10s %10s %10s %10s %10s %10s\n", "ms", "p50", "p90", "p95", "p99", "max", "mean");
    latencies(page, "ttft", result.latencies().ttft());
    latencies(page, "tpot", result.latencies().tpot());
    latencies(page, "itl", result.latencies().itl());
    latencies(page, "e2e", result.latencies().e2e());
    latencies(page, "late", result.lateMillis());
    if (result.latencies().tpot().count() < result.answered()) {
      page.format(
          "tpot is over %,d of %,d answers: the others had one token or came in one piece.\n",
          result.latencies().tpot().count(), result.answered());
    }
    if (result.lateMillis().max().orElse(0) > LATE_MILLIS) {
      page.format(
          "Some requests left late: this machine could not keep the rate. Latencies count from the"
              + " intended starts.\n");
    }
    if (!result.errors().isEmpty()) {
      page.format("\n");
      result
          .errors()
          .forEach(
              (kind, each) ->
                  page.format("%-20s %,d  %s\n", kind, each.count(), plain(each.example())));
    }
    return page.toString();
  }

  private static void goodput(Formatter page, Result result, Result.Goodput goodput) {
    page.format(
        "%-20s %.1f %% of all sent, %.2f requests/s (%s)\n",
        "goodput",
        100.0 * goodput.good() / result.sent(),
        goodput.good() / result.seconds(),
        goodput.objectives());
  }

  private static void latencies(Formatter page, String name, Distribution values) {
    page.format(
        "%-8s %10s %10s %10s %10s %10s %10s\n",
        name,
        millis(values.percentile(500)),
        millis(values.percentile(900)),
        millis(values.percentile(950)),
        millis(values.percentile(990)),
        millis(values.max()),
        millis(values.mean()));
  }

  private static String millis(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "-";
  }

  /** A server's message goes to a terminal: no control characters, one line, not too long. */
  private static String plain(String message) {
    String line = message.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    return line.length() <= SHOWN_CHARACTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, SHOWN_CHARACTERS)))
            + "…";
  }
}
