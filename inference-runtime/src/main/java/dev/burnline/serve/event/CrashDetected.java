package dev.burnline.serve.event;

import org.jspecify.annotations.Nullable;

/**
 * The boot before this one ended without {@code service.stopped}.
 *
 * <p>The line's own {@code boot_id} is that of the process that writes it, as on every line: its
 * {@code seq} belongs to that boot.
 *
 * @param previousBootId the boot that crashed
 * @param exitCode how its process ended; null when that is not known
 */
public record CrashDetected(String previousBootId, @Nullable Long exitCode) implements LogEvent {

  public CrashDetected {
    previousBootId = Excerpt.name(previousBootId, "previousBootId");
  }

  @Override
  public String event() {
    return "service.crash_detected";
  }

  @Override
  public Level level() {
    return Level.ERROR;
  }

  @Override
  public void describe(Fields fields) {
    fields.text("previous_boot_id", previousBootId);
    fields.optionalCount("exit_code", exitCode);
  }
}
