package dev.burnline.serve.demo;

import dev.burnline.serve.demo.text.Conversation;
import dev.burnline.serve.demo.text.HeldOut;
import dev.burnline.serve.demo.text.KnownQuestions;
import dev.burnline.serve.demo.text.SumQuestions;
import dev.burnline.serve.model.LanguageModel;
import java.util.List;
import java.util.Random;

/** Asks a loaded model what it has not seen, and what it is to know by heart. */
final class Exam {

  /** Room for the longest answer that is right. */
  static final int MOST_TOKENS = 200;

  private static final long SEED = 0;

  private Exam() {}

  /** Asks every held-out sum once, in a way by chance. */
  static Grade unseenSums(LanguageModel model) {
    Random ways = new Random(SEED);
    return grade(model, HeldOut.sums().stream().map(sum -> SumQuestions.ask(sum, ways)).toList());
  }

  /** Asks every known question in every way. */
  static Grade knownQuestions(LanguageModel model) {
    return grade(model, KnownQuestions.all());
  }

  /** Asks and counts the answers that are right, whatever was thought before. */
  static Grade grade(LanguageModel model, List<Conversation> conversations) {
    List<String> answers =
        new GreedyAnswers(model, MOST_TOKENS)
            .to(conversations.stream().map(Conversation::question).toList());
    int right = 0;
    for (int i = 0; i < answers.size(); i++) {
      String answer = conversations.get(i).answer();
      right += answers.get(i).endsWith("</think>\n\n" + answer) ? 1 : 0;
    }
    return new Grade(right, conversations.size());
  }

  /** How many of how many were right. */
  record Grade(int right, int asked) {

    /** Returns the share that was right in percent, rounded down to a tenth. */
    double percent() {
      return Math.floor(1000.0 * right / asked) / 10;
    }

    @Override
    public String toString() {
      return right + " of " + asked + " (" + percent() + " %)";
    }
  }
}
