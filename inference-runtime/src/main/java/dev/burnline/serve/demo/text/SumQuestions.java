package dev.burnline.serve.demo.text;

import java.util.List;
import java.util.Random;

/** Ways to ask for a sum in English and Chinese. */
public final class SumQuestions {

  /** First and second operand are {@code %1$d} and {@code %2$d}. */
  private static final List<String> PLUS =
      List.of(
          "%1$d + %2$d",
          "%1$d+%2$d",
          "%1$d + %2$d = ?",
          "%1$d+%2$d=",
          "%1$d+%2$d=?",
          "What is %1$d + %2$d?",
          "What is %1$d+%2$d?",
          "what is %1$d + %2$d",
          "How much is %1$d + %2$d?",
          "Calculate %1$d + %2$d.",
          "Please calculate %1$d + %2$d",
          "%1$d plus %2$d",
          "What is %1$d plus %2$d?",
          "Add %1$d and %2$d.",
          "%1$d + %2$d 等于多少？",
          "%1$d+%2$d等于几？",
          "计算 %1$d + %2$d",
          "%1$d 加 %2$d 等于多少？",
          "%1$d加%2$d");

  private static final List<String> MINUS =
      List.of(
          "%1$d - %2$d",
          "%1$d-%2$d",
          "%1$d - %2$d = ?",
          "%1$d-%2$d=",
          "%1$d-%2$d=?",
          "What is %1$d - %2$d?",
          "What is %1$d-%2$d?",
          "what is %1$d - %2$d",
          "How much is %1$d - %2$d?",
          "Calculate %1$d - %2$d.",
          "Please calculate %1$d - %2$d",
          "%1$d minus %2$d",
          "What is %1$d minus %2$d?",
          "Subtract %2$d from %1$d.",
          "%1$d - %2$d 等于多少？",
          "%1$d-%2$d等于几？",
          "计算 %1$d - %2$d",
          "%1$d 减 %2$d 等于多少？",
          "%1$d减%2$d");

  /** The first ways are signs and nothing else. */
  private static final int BARE = 5;

  private SumQuestions() {}

  /** Returns a conversation about a sum, asked in one way by chance. */
  public static Conversation ask(Sum sum, Random random) {
    return ask(sum, ways(sum), random);
  }

  /** Returns a conversation about a sum, asked in signs only. */
  static Conversation bare(Sum sum, Random random) {
    return ask(sum, ways(sum).subList(0, BARE), random);
  }

  private static List<String> ways(Sum sum) {
    return sum.sign() == Sum.Sign.PLUS ? PLUS : MINUS;
  }

  private static Conversation ask(Sum sum, List<String> ways, Random random) {
    String question = ways.get(random.nextInt(ways.size())).formatted(sum.left(), sum.right());
    return new Conversation(question, sum.reasoning(), sum.answer());
  }

  /** Returns a sum by chance that is not held out; small numbers come more often. */
  static Sum drawn(Random random) {
    while (true) {
      Sum sum = new Sum(operand(random), sign(random), operand(random));
      if (!HeldOut.contains(sum)) {
        return sum;
      }
    }
  }

  private static int operand(Random random) {
    return random.nextInt(8) == 0 ? random.nextInt(10) : random.nextInt(Sum.LIMIT);
  }

  private static Sum.Sign sign(Random random) {
    return random.nextBoolean() ? Sum.Sign.PLUS : Sum.Sign.MINUS;
  }
}
