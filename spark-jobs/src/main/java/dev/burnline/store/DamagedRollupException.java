package dev.burnline.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file of the store cannot be used as the rollup it should be. */
public final class DamagedRollupException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final String reason;

  DamagedRollupException(String name, String reason, @Nullable Throwable cause) {
    super("rollup %s cannot be read: %s".formatted(name, reason), cause);
    this.name = name;
    this.reason = reason;
  }

  /** Returns the file's name. */
  public String name() {
    return name;
  }

  /** Returns what is wrong with the file, without its name. */
  public String reason() {
    return reason;
  }
}
