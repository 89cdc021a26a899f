package dev.burnline.deliver;

import static java.util.Objects.requireNonNull;

/**
 * One recipient's part of a sending.
 *
 * @param recipient the envelope's recipient
 * @param outcome what the server said to it
 */
record Delivery(MailAddress recipient, Outcome outcome) {

  Delivery {
    requireNonNull(recipient, "recipient is null");
    requireNonNull(outcome, "outcome is null");
  }

  boolean isAccepted() {
    return outcome instanceof Outcome.Accepted;
  }

  /** One line for the operator, with what can be done. */
  String line() {
    if (outcome instanceof Outcome.Accepted accepted) {
      return "accepted     " + recipient.address() + "  " + Printable.of(accepted.reply());
    }
    if (outcome instanceof Outcome.Refused refused) {
      String when = refused.code() < 500 ? "; may pass later, send again" : "";
      return "refused      " + recipient.address() + "  " + Printable.of(refused.reply()) + when;
    }
    if (outcome instanceof Outcome.NotReached notReached) {
      return "not reached  " + recipient.address() + "  " + Printable.of(notReached.reason());
    }
    Outcome.Unknown unknown = (Outcome.Unknown) outcome;
    return "unknown      "
        + recipient.address()
        + "  "
        + Printable.of(unknown.reason())
        + "; it may have arrived, sending again repeats the same Message-ID";
  }
}
