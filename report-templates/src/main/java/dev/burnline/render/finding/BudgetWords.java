package dev.burnline.render.finding;

import dev.burnline.render.words.Words;
import dev.burnline.report.BudgetReview.Action;
import dev.burnline.report.Ledger;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what a budget review found, in one language. */
public final class BudgetWords {

  private static final String INSTANT = "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)";

  /** How incidents are labelled: severity, start and end. */
  private static final Pattern INCIDENT =
      Pattern.compile("(page|ticket) " + INSTANT + "/(?:" + INSTANT + "|\\.\\.)");

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
          words.say("action.post_mortem", label(action.detail()), words.percent(action.ratio()));
      case EXHAUSTION -> words.say("action.exhaustion", words.minute(action.at()));
      case NO_DATA -> words.say("action.no_data");
    };
  }

  /** The label of a ledger's entry: an incident with its times in the report's zone. */
  public String label(String label) {
    if (label.equals(Ledger.REST)) {
      return words.say("ledger.rest");
    }
    Matcher incident = INCIDENT.matcher(label);
    if (!incident.matches()) {
      return label;
    }
    String from = words.minute(Instant.parse(incident.group(2)));
    String until = incident.group(3);
    return until == null
        ? words.say("ledger.incident_open", words.say("severity." + incident.group(1)), from)
        : words.say(
            "ledger.incident",
            words.say("severity." + incident.group(1)),
            from,
            until(Instant.parse(incident.group(2)), Instant.parse(until)));
  }

  private String until(Instant from, Instant until) {
    return words.date(from).equals(words.date(until)) ? words.clock(until) : words.minute(until);
  }
}
