package dev.burnline.serve.bench.result;

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
    StringBuilder page = new StringBuilder();
    settings.forEach((name, value) -> line(page, "%-20s %s", name, value));
    line(page, "");
    line(page, "%-20s %,d", "requests sent", result.sent());
    line(page, "%-20s %,d", "answered", result.answered());
    line(page, "%-20s %.2f s", "duration", result.seconds());
    line(page, "%-20s %.2f requests/s", "throughput", result.requestsPerSecond());
    line(page, "%-20s %.1f tokens/s", "", result.outputTokensPerSecond());
    line(page, "%-20s %,d out, %,d in", "tokens", result.outputTokens(), result.promptTokens());
    if (result.countedByPieces() > 0) {
      line(
          page,
          "%-20s %,d of %,d answers told no usage: their tokens are counted by chunks",
          "",
          result.countedByPieces(),
          result.answered());
    }
    result.goodput().ifPresent(goodput -> goodput(page, result, goodput));
    line(page, "");
    line(
        page,
        "%-8s %10s %10s %10s %10s %10s %10s",
        "ms",
        "p50",
        "p90",
        "p95",
        "p99",
        "max",
        "mean");
    latencies(page, "ttft", result.latencies().ttft());
    latencies(page, "tpot", result.latencies().tpot());
    latencies(page, "itl", result.latencies().itl());
    latencies(page, "e2e", result.latencies().e2e());
    latencies(page, "late", result.lateMillis());
    if (result.lateMillis().max().orElse(0) > LATE_MILLIS) {
      line(
          page,
          "Some requests left late: this machine could not keep the rate. Latencies count from the"
              + " intended starts.");
    }
    if (!result.errors().isEmpty()) {
      line(page, "");
      result
          .errors()
          .forEach(
              (kind, each) ->
                  line(page, "%-20s %,d  %s", kind, each.count(), plain(each.example())));
    }
    return page.toString();
  }

  private static void goodput(StringBuilder page, Result result, Result.Goodput goodput) {
    line(
        page,
        "%-20s %.1f %% of all sent, %.2f requests/s (%s)",
        "goodput",
        100.0 * goodput.good() / result.sent(),
        goodput.good() / result.seconds(),
        goodput.objectives());
  }

  private static void latencies(StringBuilder page, String name, Distribution values) {
    line(
        page,
        "%-8s %10s %10s %10s %10s %10s %10s",
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

  private static void line(StringBuilder page, String format, Object... values) {
    page.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
