package dev.burnline.log;

import static java.util.Objects.requireNonNull;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;

/**
 * A log that could not be read, or not to its end.
 *
 * @param name of the file
 * @param reason in words
 * @param moved whether it was there a moment ago: looking again may find it under another name
 */
public record UnreadLog(String name, String reason, boolean moved) implements Serializable {

  public UnreadLog {
    requireNonNull(name, "name is null");
    requireNonNull(reason, "reason is null");
  }

  /** A log that cannot be read for this reason. */
  public UnreadLog(String name, String reason) {
    this(name, reason, false);
  }

  /** A log whose reading ended like this. */
  public static UnreadLog of(String name, IOException e) {
    boolean moved = e instanceof ReplacedLogException || e instanceof FileNotFoundException;
    return new UnreadLog(name, LogFinder.reason(e), moved);
  }
}
