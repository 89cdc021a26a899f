package dev.burnline.serve.requestlog;

import static java.util.Objects.requireNonNull;

/** How the boot before this one ended, as far as its log tells. */
public sealed interface PreviousBoot {

  /** There is no trace of an earlier boot. */
  record None() implements PreviousBoot {}

  /**
   * The boot stopped in order.
   *
   * @param bootId the boot
   * @param clean whether it answered all its requests
   */
  record Stopped(String bootId, boolean clean) implements PreviousBoot {

    public Stopped {
      requireNonNull(bootId, "bootId is null");
    }
  }

  /**
   * The boot ended without {@code service.stopped}.
   *
   * @param bootId the boot
   */
  record Crashed(String bootId) implements PreviousBoot {

    public Crashed {
      requireNonNull(bootId, "bootId is null");
    }
  }
}
