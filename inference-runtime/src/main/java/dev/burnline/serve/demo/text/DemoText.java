package dev.burnline.serve.demo.text;

import dev.burnline.serve.demo.train.Batch;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Endless generated conversations: sums worked out column by column, and known questions. Equal
 * seeds give equal text.
 *
 * <p>It grows harder as at school: first sums in bare signs and the known questions, one a row,
 * until adding is understood; then all ways to ask; last several conversations a row, some with a
 * system message and some recalled without their reasoning, as clients send earlier turns.
 */
public final class DemoText implements TrainingText {

  private static final List<String> SYSTEM_MESSAGES =
      List.of(
          "You are a helpful assistant.",
          "You are a helpful assistant. Answer briefly.",
          "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.");

  private static final double BARE_SUMS_UNTIL = 0.3;
  private static final double SINGLES_UNTIL = 0.5;
  private static final int BARE_TOKENS = 120;
  private static final int SINGLE_TOKENS = 136;
  private static final int PACKED_TOKENS = 192;
  private static final int LONG_TOKENS = 480;

  /** Shares of the known questions; by heart takes long, so it begins early. */
  private static final double KNOWN_AT_FIRST = 0.2;

  private static final double KNOWN = 0.3;
  private static final double WITH_SYSTEM_MESSAGE = 0.15;
  private static final double LONG = 0.5;
  private static final double RECALLED = 0.15;
  private static final double RECALLED_IN_LONG = 0.5;

  private final Random random;
  private final double begin;
  private final List<Conversation> known = KnownQuestions.all();

  /** Starts the text of a seed for a beginner. */
  public DemoText(long seed) {
    this(seed, 0);
  }

  private DemoText(long seed, double begin) {
    random = new Random(seed);
    this.begin = begin;
  }

  /** Starts the text of a seed for one that can add. */
  public static DemoText advanced(long seed) {
    return new DemoText(seed, BARE_SUMS_UNTIL);
  }

  @Override
  public Batch next(double done) {
    double grown = begin + (1 - begin) * done;
    if (grown < BARE_SUMS_UNTIL) {
      return batch(6, () -> single(drawn(SumQuestions::bare, KNOWN_AT_FIRST), BARE_TOKENS));
    }
    if (grown < SINGLES_UNTIL) {
      return batch(6, () -> single(drawn(SumQuestions::ask, KNOWN), SINGLE_TOKENS));
    }
    return random.nextDouble() < LONG
        ? batch(2, () -> packed(LONG_TOKENS, RECALLED_IN_LONG))
        : batch(4, () -> packed(PACKED_TOKENS, RECALLED));
  }

  /**
   * Returns one conversation from its beginning on, filled up to a length.
   *
   * @throws IllegalArgumentException when the conversation is longer
   */
  public static Batch.Row alone(Conversation conversation, int tokens) {
    RowBuilder row = new RowBuilder(tokens).learn(conversation);
    if (row.isFull()) {
      throw new IllegalArgumentException(
          "'" + conversation.question() + "' does not fit into " + tokens + " tokens");
    }
    return row.row();
  }

  private static Batch batch(int rows, Supplier<Batch.Row> row) {
    return new Batch(Stream.generate(row).limit(rows).toList());
  }

  /** One conversation; a longer one is cut. */
  private static Batch.Row single(Conversation conversation, int tokens) {
    return new RowBuilder(tokens + 1).learn(conversation).row();
  }

  private Batch.Row packed(int tokens, double recalled) {
    RowBuilder row = new RowBuilder(tokens + 1);
    if (random.nextDouble() < WITH_SYSTEM_MESSAGE) {
      row.system(SYSTEM_MESSAGES.get(random.nextInt(SYSTEM_MESSAGES.size())));
    }
    while (!row.isFull()) {
      if (random.nextDouble() < recalled) {
        row.recall(drawn(SumQuestions::ask, KNOWN));
      } else {
        row.learn(drawn(SumQuestions::ask, KNOWN));
      }
    }
    return row.row();
  }

  private Conversation drawn(BiFunction<Sum, Random, Conversation> ask, double knownShare) {
    return random.nextDouble() < knownShare
        ? known.get(random.nextInt(known.size()))
        : ask.apply(SumQuestions.drawn(random), random);
  }
}
