package dev.burnline.serve.requestlog;

import dev.burnline.serve.event.LogEvent;

/**
 * A line that waits to be written.
 *
 * @param epochMillis when it happened
 * @param event what happened
 * @param keptChars what is charged to the queue for the prompt that the event keeps, in chars
 */
record PendingLine(long epochMillis, LogEvent event, int keptChars) {

  static PendingLine of(long epochMillis, LogEvent event) {
    return new PendingLine(epochMillis, event, event.keptChars());
  }

  /** Returns the line without its long text, at the price of working out what that was kept for. */
  PendingLine condensed() {
    event.condense();
    return new PendingLine(epochMillis, event, 0);
  }
}
