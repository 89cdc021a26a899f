package dev.burnline.slo.openslo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Collects what is found while files are read. */
final class Findings {

  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> notices = new ArrayList<>();

  /** A file as a whole cannot be used. */
  void fileProblem(String file, String what) {
    problems.add(new Problem(file, 0, 0, "", "", what, ""));
  }

  /** Something stands in a document that makes the file unusable. */
  void problem(Place place, String what, String got) {
    problems.add(place.finding(what, got));
  }

  /** Something stands in a document that a reader of the report should know. */
  void notice(Place place, String what, String got) {
    notices.add(place.finding(what, got));
  }

  /**
   * Returns the problems by file, in the order in which files were first named, line and column.
   */
  List<Problem> problems(List<SloSource> sources) {
    return sorted(problems, sources);
  }

  List<Problem> notices(List<SloSource> sources) {
    return sorted(notices, sources);
  }

  private static List<Problem> sorted(List<Problem> found, List<SloSource> sources) {
    Map<String, Integer> order = new TreeMap<>();
    for (int i = 0; i < sources.size(); i++) {
      order.putIfAbsent(sources.get(i).name(), i);
    }
    return found.stream()
        .distinct()
        .sorted(
            Comparator.<Problem>comparingInt(each -> order.getOrDefault(each.file(), -1))
                .thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column))
        .toList();
  }

  /** A value's place: its file, document, path and position. */
  record Place(String file, String subject, String path, Optional<Mark> mark) {

    private Problem finding(String what, String got) {
      return new Problem(
          file,
          mark.map(at -> at.getLine() + 1).orElse(0),
          mark.map(at -> at.getColumn() + 1).orElse(0),
          subject,
          path,
          what,
          got);
    }
  }
}
