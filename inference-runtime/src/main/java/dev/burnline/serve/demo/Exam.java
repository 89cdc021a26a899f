package dev.burnline.serve.demo;

import dev.burnline.serve.demo.text.Conversation;
import dev.burnline.serve.demo.text.DemoText;
import dev.burnline.serve.demo.text.HeldOut;
import dev.burnline.serve.demo.text.KnownQuestions;
import dev.burnline.serve.demo.text.SumQuestions;
import dev.burnline.serve.demo.train.Batch;
import dev.burnline.serve.demo.train.Trainer;
import java.util.List;
import java.util.Random;

/** Asks a trained network what it has not seen, and what it is to know by heart. */
final class Exam {

  private static final int LONGEST = 256;
  private static final int ROWS = 32;

  private Exam() {}

  /**
   * Asks every held-out sum once. An answer is right when its reasoning, its result and its end are
   * all as they should be.
   */
  static Grade unseenSums(Trainer trainer) {
    Random ways = new Random(0);
    return grade(trainer, HeldOut.sums().stream().map(sum -> SumQuestions.ask(sum, ways)).toList());
  }

  /** Asks every known question in every way. */
  static Grade knownQuestions(Trainer trainer) {
    return grade(trainer, KnownQuestions.all());
  }

  private static Grade grade(Trainer trainer, List<Conversation> conversations) {
    int right = 0;
    for (int from = 0; from < conversations.size(); from += ROWS) {
      List<Conversation> part =
          conversations.subList(from, Math.min(from + ROWS, conversations.size()));
      Batch batch = new Batch(part.stream().map(each -> DemoText.alone(each, LONGEST)).toList());
      for (boolean says : trainer.says(batch)) {
        right += says ? 1 : 0;
      }
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
