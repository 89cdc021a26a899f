package dev.burnline.serve.event;

/** One event of the request log contract. */
public sealed interface LogEvent extends LogEntry
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

  @Override
  default LogEvent toEvent() {
    return this;
  }

  /** Names the event's own fields, in the order in which they are to be written. */
  void describe(Fields fields);

  /** The level of a line; the names are those of Python's logging. */
  enum Level {
    INFO,
    WARNING,
    ERROR
  }
}
