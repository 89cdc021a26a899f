package dev.burnline.serve.demo.text;

import dev.burnline.serve.demo.train.Batch;
import java.util.List;
import java.util.Random;

/**
 * Endless generated conversations: sums worked out column by column, and known questions. Equal
 * seeds give equal rows.
 */
public final class DemoText implements TrainingText {

  private static final List<String> SYSTEM_MESSAGES =
      List.of(
          "You are a helpful assistant.",
          "You are a helpful assistant. Answer briefly.",
          "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.");

  private static final double SUMS = 0.8;
  private static final double WITH_SYSTEM_MESSAGE = 0.15;
  private static final double WITHOUT_REASONING = 0.1;

  private final Random random;
  private final List<Conversation> known = KnownQuestions.all();

  /** Starts the text of a seed. */
  public DemoText(long seed) {
    random = new Random(seed);
  }

  /**
   * Returns a row with one conversation only, which shows the beginner more of what matters.
   *
   * @param tokens its length, at least 2; a longer conversation is cut
   */
  public Batch.Row single(int tokens) {
    return new RowBuilder(tokens).learn(drawn()).row();
  }

  @Override
  public Batch.Row next(int tokens) {
    RowBuilder row = new RowBuilder(tokens);
    if (random.nextDouble() < WITH_SYSTEM_MESSAGE) {
      row.system(SYSTEM_MESSAGES.get(random.nextInt(SYSTEM_MESSAGES.size())));
    }
    while (!row.isFull()) {
      if (random.nextDouble() < WITHOUT_REASONING) {
        row.recall(drawn());
      } else {
        row.learn(drawn());
      }
    }
    return row.row();
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

  private Conversation drawn() {
    return random.nextDouble() < SUMS
        ? SumQuestions.ask(SumQuestions.drawn(random), random)
        : known.get(random.nextInt(known.size()));
  }
}
