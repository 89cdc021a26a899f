package dev.burnline.evaluate;

import dev.burnline.rollup.Distribution;
import dev.burnline.rollup.ExactSum;
import dev.burnline.rollup.Outcome;
import dev.burnline.rollup.OutcomeFigures;
import dev.burnline.rollup.OutcomeFigures.Quantity;
import dev.burnline.rollup.OutcomeTable;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The requests of a span by how they ended. */
final class OutcomeTotals implements Serializable {

  private static final long serialVersionUID = 1L;

  private final OutcomeTable table = new OutcomeTable();

  void add(Map<Outcome, OutcomeFigures> more) {
    table.add(more);
  }

  void add(OutcomeTotals other) {
    add(other.figures());
  }

  private SortedMap<Outcome, OutcomeFigures> figures() {
    return table.figures();
  }

  long requests() {
    return figures().values().stream().mapToLong(OutcomeFigures::requests).sum();
  }

  long errors() {
    return figures().entrySet().stream()
        .filter(entry -> !entry.getKey().isSuccess())
        .mapToLong(entry -> entry.getValue().requests())
        .sum();
  }

  /** Requests by a property of their outcome; outcomes without it are left out. */
  SortedMap<String, Long> requestsBy(Function<Outcome, @Nullable String> property) {
    SortedMap<String, Long> counts = new TreeMap<>();
    figures()
        .forEach(
            (outcome, total) -> {
              String value = property.apply(outcome);
              if (value != null) {
                counts.merge(value, total.requests(), Long::sum);
              }
            });
    return counts;
  }

  /** Failed requests by error type, or by status where the lines name no type. */
  SortedMap<String, Long> failures() {
    return requestsBy(
        outcome ->
            outcome.isSuccess()
                ? null
                : Objects.requireNonNullElse(outcome.errorType(), outcome.status()));
  }

  /** The distribution of a quantity over all requests. */
  Distribution ofAll(Quantity quantity) {
    Distribution all = new Distribution();
    figures().values().forEach(total -> all.add(total.of(quantity)));
    return all;
  }

  /** The distribution of a quantity over the successful requests. */
  Distribution ofSuccesses(Quantity quantity) {
    Distribution successes = new Distribution();
    figures()
        .forEach(
            (outcome, total) -> {
              if (outcome.isSuccess()) {
                successes.add(total.of(quantity));
              }
            });
    return successes;
  }

  /** Output tokens and milliseconds of the successful requests that carry both. */
  PairedSums pairedOfSuccesses() {
    PairedSums sums = new PairedSums(new ExactSum(), new ExactSum());
    figures()
        .forEach(
            (outcome, total) -> {
              if (outcome.isSuccess()) {
                sums.tokens.add(total.pairedTokens());
                sums.millis.add(total.pairedMillis());
              }
            });
    return sums;
  }

  record PairedSums(ExactSum tokens, ExactSum millis) {}
}
