package dev.burnline.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.stream.Collectors;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err messages and progress
 * @param terminal whether a person watches {@code err}
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {

  /** Of ASCII; what comes before a space is escaped in every JSON string, or breaks a line. */
  private static final int LAST_PLAIN = '~';

  public Console {
    requireNonNull(out, "out is null");
    requireNonNull(err, "err is null");
  }

  /**
   * Writes JSON with an escape for every character that could steer a terminal or hide what stands
   * there; JSON itself lets most of them pass. Such a character can only stand in a string.
   */
  void json(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c -> {
              if (c > LAST_PLAIN && steers(c)) {
                for (char unit : Character.toChars(c)) {
                  escaped.append("\\u%04x".formatted((int) unit));
                }
              } else {
                escaped.appendCodePoint(c);
              }
            });
    out.println(escaped);
  }

  void warn(String message) {
    err.println(
        "burnline: " + message.lines().map(Console::clean).collect(Collectors.joining("\n")));
  }

  /**
   * Returns a text with a question mark for every character that could steer a terminal or hide
   * what stands there: names come out of logs, and of folders that others write to.
   */
  static String clean(String text) {
    return text.codePoints()
        .map(c -> steers(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean steers(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
