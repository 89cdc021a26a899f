package dev.burnline.deliver;

/** What became of the mail for one recipient. */
sealed interface Outcome {

  /** The server took the mail and answers for it from now on. */
  record Accepted(String reply) implements Outcome {}

  /** The server said no: codes from 400 may pass later, from 500 will not. */
  record Refused(int code, String reply) implements Outcome {}

  /** Nothing was handed over: the server could not be reached, or not under the terms asked for. */
  record NotReached(String reason) implements Outcome {}

  /** The connection broke after the mail was handed over; it may have arrived. */
  record Unknown(String reason) implements Outcome {}
}
