package dev.burnline.store;

import java.io.IOException;

/**
 * A rollup cannot be read at the moment. Nothing is known of its content, so it is neither damaged
 * nor may what it covers be counted from elsewhere.
 */
public final class UnreadRollupException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final String reason;

  UnreadRollupException(String name, IOException trouble) {
    this(name, reason(trouble), trouble);
  }

  private UnreadRollupException(String name, String reason, IOException trouble) {
    super("rollup %s cannot be read at the moment: %s".formatted(name, reason), trouble);
    this.name = name;
    this.reason = reason;
  }

  private static String reason(IOException trouble) {
    String message = trouble.getMessage();
    return message == null ? trouble.getClass().getSimpleName() : message;
  }

  /** Returns the file's name. */
  public String name() {
    return name;
  }

  /** Returns what keeps it from being read, without its name. */
  public String reason() {
    return reason;
  }
}
