package dev.burnline.slo.openslo;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong or notable in an SLO file.
 *
 * @param file the path as it was given
 * @param line from 1; 0 for the file as a whole
 * @param column from 1; 0 for the file as a whole
 * @param subject which document, for example {@code document 2 (SLO llm-latency)}; empty for the
 *     file as a whole
 * @param path where in the document, for example {@code spec.objectives[0].target}; empty for the
 *     document as a whole
 * @param what what is wrong
 * @param got the value that was found, shortened; empty when there is none
 */
public record Problem(
    String file, int line, int column, String subject, String path, String what, String got) {

  public Problem {
    requireNonNull(file, "file is null");
    requireNonNull(subject, "subject is null");
    requireNonNull(path, "path is null");
    requireNonNull(what, "what is null");
    requireNonNull(got, "got is null");
  }

  /** Returns the problem in one line, without control characters. */
  public String message() {
    StringBuilder message = new StringBuilder(file);
    if (line > 0) {
      message.append(':').append(line).append(':').append(column);
    }
    message.append(": ");
    if (!subject.isEmpty()) {
      message.append(subject);
      message.append(path.isEmpty() ? ": " : ", " + path + ": ");
    }
    message.append(what);
    if (!got.isEmpty()) {
      message.append(", got ").append(got);
    }
    return visible(message);
  }

  /** A file may be hostile, and messages go to terminals and logs. */
  private static String visible(CharSequence text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                visible.append("\\u%04x".formatted(c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }
}
