package dev.burnline.serve.event;

/**
 * What becomes a line of the request log: an event, or what an event will be made of once somebody
 * needs it. Beside what {@link #keptChars} tells it keeps no more than a few hundred characters of
 * any text, so that a queue of entries can be bounded in bytes too. Thread-safe.
 */
public interface LogEntry {

  /** Returns the event, the same each time. */
  LogEvent toEvent();

  /** Returns what becomes of the line when the log's queue is nearly full. */
  default Priority priority() {
    return Priority.ESSENTIAL;
  }

  /** Returns how many chars of a longer text it keeps until it is described or condensed. */
  default int keptChars() {
    return 0;
  }

  /** Works out what the longer text is kept for, and keeps it no more. */
  default void condense() {}

  /** Which lines go first when not all of them can be kept. */
  enum Priority {
    /** A report is wrong without the line: it may use the reserved part of the queue. */
    ESSENTIAL,
    /** The line is the first to be dropped. */
    ORDINARY
  }
}
