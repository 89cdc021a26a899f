package dev.burnline.slo.openslo;

import java.util.List;
import java.util.stream.Collectors;

/** SLO files that cannot be used; the message lists every problem, one a line. */
public final class SloFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  SloFileException(List<Problem> problems) {
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
  }

  /** Returns the problems in the order of the files; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
