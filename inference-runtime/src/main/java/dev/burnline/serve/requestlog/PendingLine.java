package dev.burnline.serve.requestlog;

import dev.burnline.serve.event.LogEntry;

/**
 * A line that waits to be written.
 *
 * @param epochMillis when it happened
 * @param entry what happened
 * @param keptChars what is charged to the queue for the prompt that the entry keeps, in chars
 */
record PendingLine(long epochMillis, LogEntry entry, int keptChars) {

  static PendingLine of(long epochMillis, LogEntry entry) {
    return new PendingLine(epochMillis, entry, entry.keptChars());
  }

  /** Returns the line without its long text, at the price of working out what that was kept for. */
  PendingLine condensed() {
    entry.condense();
    return new PendingLine(epochMillis, entry, 0);
  }
}
