package dev.burnline.render.finding;

import dev.burnline.render.words.LedgerWords;
import dev.burnline.render.words.Words;
import dev.burnline.report.BudgetReview.Action;

/** Says what a budget review found, in one language. */
public final class BudgetWords {

  private final Words words;

  /** Speaks with these words. */
  public BudgetWords(Words words) {
    this.words = words;
  }

  /** What is due, in a short sentence. */
  public String action(Action action) {
    return switch (action.kind()) {
      case POLICY -> words.say("action.policy", action.detail(), words.percent(action.ratio()));
      case POST_MORTEM ->
          words.say(
              "action.post_mortem",
              new LedgerWords(words).label(action.detail()),
              words.percent(action.ratio()));
      case EXHAUSTION -> words.say("action.exhaustion", words.minute(action.at()));
      case NO_DATA -> words.say("action.no_data");
    };
  }
}
