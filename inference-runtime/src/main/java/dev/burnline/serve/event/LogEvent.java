package dev.burnline.serve.event;

/**
 * One event of the request log contract. Beside what {@link #keptChars} tells it keeps no more than
 * a few hundred characters of any text, so that a queue of events can be bounded in bytes too.
 */
public sealed interface LogEvent
    permits ServiceStarting,
        ModelLoaded,
        ServiceReady,
        ServiceDraining,
        ServiceStopped,
        CrashDetected,
        RequestReceived,
        RequestFinished,
        GpuSample,
        Heartbeat {

  /** Returns the contract's name of the event, for example {@code request.finished}. */
  String event();

  /** Returns the level of the line. */
  default Level level() {
    return Level.INFO;
  }

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

  /** Names the event's own fields, in the order in which they are to be written. */
  void describe(Fields fields);

  /** The level of a line; the names are those of Python's logging. */
  enum Level {
    INFO,
    WARNING,
    ERROR
  }

  /** Which lines go first when not all of them can be kept. */
  enum Priority {
    /** A report is wrong without the line: it may use the reserved part of the queue. */
    ESSENTIAL,
    /** The line is the first to be dropped. */
    ORDINARY
  }
}
