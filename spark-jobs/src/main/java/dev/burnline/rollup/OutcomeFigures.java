package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The requests of one outcome as mergeable states: counts, exact sums and distributions. Times are
 * in milliseconds, throughput in output tokens per second.
 */
public final class OutcomeFigures implements Serializable {

  private static final long serialVersionUID = 1L;

  private long requests;
  private final EnumMap<Quantity, Distribution> distributions;
  private final ExactSum pairedTokens;
  private final ExactSum pairedMillis;
  private final Exemplars examples;

  /** The quantities whose distribution is kept, each read from one field of the request line. */
  public enum Quantity {
    DURATION_MS(LogField.DURATION_MS),
    TTFT_MS(LogField.TTFT_MS),
    TPOT_MS(LogField.TPOT_MS),
    QUEUE_MS(LogField.QUEUE_MS),
    THROUGHPUT_TPS(LogField.THROUGHPUT_TPS),
    INPUT_TOKENS(LogField.INPUT_TOKENS),
    OUTPUT_TOKENS(LogField.OUTPUT_TOKENS);

    /** All of them, in the order of declaration. */
    public static final List<Quantity> ALL = List.of(values());

    private final LogField field;

    Quantity(LogField field) {
      this.field = field;
    }

    /** Returns the field that it is read from. */
    public LogField field() {
      return field;
    }
  }

  /** Creates figures of no request. */
  public OutcomeFigures() {
    this(
        0,
        emptyDistributions(),
        new ExactSum(),
        new ExactSum(),
        new Exemplars(Exemplars.Kind.EARLIEST));
  }

  /**
   * Creates figures from their parts, which are taken over.
   *
   * @param distributions one for each {@link Quantity}
   */
  public OutcomeFigures(
      long requests,
      Map<Quantity, Distribution> distributions,
      ExactSum pairedTokens,
      ExactSum pairedMillis,
      Exemplars examples) {
    if (distributions.size() != Quantity.ALL.size()) {
      throw new IllegalArgumentException(
          "need %d distributions, got %d".formatted(Quantity.ALL.size(), distributions.size()));
    }
    this.requests = requests;
    this.distributions = new EnumMap<>(distributions);
    this.pairedTokens = pairedTokens;
    this.pairedMillis = pairedMillis;
    this.examples = examples;
  }

  private static Map<Quantity, Distribution> emptyDistributions() {
    Map<Quantity, Distribution> distributions = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.ALL) {
      distributions.put(quantity, new Distribution());
    }
    return distributions;
  }

  void add(RequestLine line) {
    requests++;
    for (Quantity quantity : Quantity.ALL) {
      of(quantity).add(line.number(quantity.field));
    }
    double duration = line.number(LogField.DURATION_MS);
    double output = line.number(LogField.OUTPUT_TOKENS);
    if (!Double.isNaN(duration) && !Double.isNaN(output)) {
      pairedTokens.add(output);
      pairedMillis.add(duration);
    }
  }

  /** Adds the other figures. */
  public void add(OutcomeFigures other) {
    requests += other.requests;
    for (Quantity quantity : Quantity.ALL) {
      of(quantity).add(other.of(quantity));
    }
    pairedTokens.add(other.pairedTokens);
    pairedMillis.add(other.pairedMillis);
    examples.add(other.examples);
  }

  /** Returns how many requests were counted. */
  public long requests() {
    return requests;
  }

  /** Returns the distribution of a quantity over the requests that carry it. */
  public Distribution of(Quantity quantity) {
    return requireNonNull(distributions.get(quantity), "quantity is missing");
  }

  /** Returns the output tokens of the requests that carry both tokens and a duration. */
  public ExactSum pairedTokens() {
    return pairedTokens;
  }

  /** Returns the milliseconds of the requests that carry both tokens and a duration. */
  public ExactSum pairedMillis() {
    return pairedMillis;
  }

  /** Returns the earliest requests; kept only where the outcome is not a success. */
  public Exemplars examples() {
    return examples;
  }
}
