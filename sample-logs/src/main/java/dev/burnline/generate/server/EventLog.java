package dev.burnline.generate.server;

import java.io.IOException;
import java.util.List;

/** Where a server writes its events. */
public interface EventLog {

  /** A new process begins; {@code previous} says how the one before ended. */
  void starting(long at, Ending previous) throws IOException;

  /** The process before died; -1 when the exit code is not known. */
  void crashDetected(long at, int exitCode) throws IOException;

  /** The weights are loaded. */
  void loaded(long at, String modelSha256, double loadMillis) throws IOException;

  /** Ready, draining or stopped. */
  void phase(long at, EventKind kind, int inFlight) throws IOException;

  /** A request came. */
  void received(Job job) throws IOException;

  /** A request ended. */
  void finished(Job job, GpuReading gpu) throws IOException;

  /** A request will never get its second line: the process died, or the log ends. */
  void abandoned(Job job);

  /** A look at the GPU, bent by the given effects. */
  void sample(long at, GpuReading gpu, List<Effect> by) throws IOException;

  /** Totals of the process. */
  void heartbeat(long at, Totals totals) throws IOException;

  /** Bytes of no use. */
  void rubbish(Order.Rubbish rubbish) throws IOException;

  /** How the process before this one ended. */
  enum Ending {
    /** There was none. */
    NONE,
    /** It was stopped. */
    CLEAN,
    /** It died. */
    CRASH
  }
}
