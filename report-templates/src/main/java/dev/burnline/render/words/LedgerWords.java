package dev.burnline.render.words;

import dev.burnline.report.Ledger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what a budget was spent on, in one language. */
public final class LedgerWords {

  private static final String INSTANT = "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)";

  private static final Pattern INCIDENT =
      Pattern.compile("(page|ticket) " + INSTANT + "/(?:" + INSTANT + "|\\.\\.)");

  private final Words words;

  /** Speaks with these words. */
  public LedgerWords(Words words) {
    this.words = words;
  }

  /** Returns the label of an entry: an incident with its times in the report's zone. */
  public String label(String label) {
    if (label.equals(Ledger.REST)) {
      return words.say("ledger.rest");
    }
    Matcher incident = INCIDENT.matcher(label);
    if (!incident.matches()) {
      return label;
    }
    try {
      return incident(incident);
    } catch (DateTimeParseException e) {
      return label; // It only looks like one: models and error types are clients' texts.
    }
  }

  private String incident(Matcher incident) {
    String severity = words.say("severity." + incident.group(1));
    Instant from = Instant.parse(incident.group(2));
    String until = incident.group(3);
    return until == null
        ? words.say("ledger.incident_open", severity, words.minute(from))
        : words.say(
            "ledger.incident", severity, words.minute(from), end(from, Instant.parse(until)));
  }

  private String end(Instant from, Instant until) {
    return words.date(from).equals(words.date(until)) ? words.clock(until) : words.minute(until);
  }
}
