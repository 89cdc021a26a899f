package dev.burnline.slo.openslo;

import java.util.List;
import java.util.stream.Collectors;

/** SLO files that cannot be used; the message lists every problem, one a line. */
public final class SloFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final transient List<Problem> notices;

  SloFileException(List<Problem> problems, List<Problem> notices) {
    super(
        problems.stream()
            .map(Problem::message)
            .collect(
                Collectors.joining(
                    "\n",
                    "the SLO file has %d problem%s:\n"
                        .formatted(problems.size(), problems.size() == 1 ? "" : "s"),
                    "")));
    this.problems = List.copyOf(problems);
    this.notices = List.copyOf(notices);
  }

  /** Returns the problems in the order of the files; at least one. */
  public List<Problem> problems() {
    return problems;
  }

  /** Returns what is no problem and should be known, as far as the files could be read. */
  public List<Problem> notices() {
    return notices;
  }
}
