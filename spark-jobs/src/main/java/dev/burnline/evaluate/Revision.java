package dev.burnline.evaluate;

import dev.burnline.report.Report;
import dev.burnline.report.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a report replaces an earlier one of the same window, and what had changed.
 *
 * @param number 1 for the first report; one more than the earlier one's when its figures changed
 * @param lateLines lines of the window that came after the first report
 */
public record Revision(int number, long lateLines) {

  /** The first report of a window. */
  public static final Revision FIRST = new Revision(1, 0);

  /** Returns the report of an earlier run in this folder; empty when there is none to read. */
  public static Optional<Report> earlier(Path folder) {
    Path file = folder.resolve("report.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ReportJson.read(file));
    } catch (IOException | RuntimeException e) {
      // Some other file, or one of a later version: nothing that this report revises.
      return Optional.empty();
    }
  }

  /**
   * Returns the revision of a report, given the earlier one in its place; a report of other logs or
   * against other SLOs is no earlier one.
   */
  public static Revision of(Report report, Optional<Report> earlier) {
    return earlier
        .filter(before -> isOfTheSame(before, report))
        .map(before -> after(before, report))
        .orElse(FIRST);
  }

  private static boolean isOfTheSame(Report before, Report now) {
    return before.kind() == now.kind()
        && before.window().equals(now.window())
        && before.run().configSha256().equals(now.run().configSha256())
        && (before.run().sources().equals(now.run().sources())
            // A report from the store alone is about the logs that were read into it.
            || before.run().sources().isEmpty()
            || now.run().sources().isEmpty());
  }

  private static Revision after(Report before, Report now) {
    boolean same =
        before.completeness().equals(now.completeness())
            && before.verdict() == now.verdict()
            && before.services().equals(now.services());
    long more = now.completeness().lines() - before.completeness().lines();
    return new Revision(
        before.run().revision() + (same ? 0 : 1), before.run().lateLines() + Math.max(0, more));
  }
}
