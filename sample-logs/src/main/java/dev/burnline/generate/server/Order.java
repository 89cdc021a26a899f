package dev.burnline.generate.server;

import java.nio.ByteBuffer;

/** Something that happens to the process at a time. */
public sealed interface Order {

  /** When, epoch microseconds. */
  long at();

  /** Who ordered it. */
  Effect by();

  /** Drain, stop and start again, with weights of the given hash; empty for the right ones. */
  record Restart(long at, Effect by, String modelSha256) implements Order {}

  /** Die with all that is in flight; start again after {@code downMicros}. */
  record Crash(long at, Effect by, long downMicros, int exitCode) implements Order {}

  /** Stop generating until {@code until}, then give up what is in flight. */
  record Wedge(long at, Effect by, long until) implements Order {}

  /** Stand still until {@code until}: no line, no request. */
  record Pause(long at, Effect by, long until) implements Order {}

  /** All that runs fails. */
  record Fail(long at, Effect by, Outcome outcome) implements Order {}

  /** Bytes of no use appear in the log; they include no line end. */
  record Rubbish(long at, Effect by, String reason, ByteBuffer line) implements Order {}
}
