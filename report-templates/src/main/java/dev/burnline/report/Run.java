package dev.burnline.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What made a report. Two reports of the same lines and the same configuration differ only here and
 * in {@link Completeness#segments()}.
 *
 * @param runId unique per run
 * @param generatedAt when the report was finished
 * @param version of Burnline
 * @param configSha256 hash of the SLO file as it was read, hexadecimal
 * @param sources the paths that were given as logs
 * @param malformedSamples at most 20 unusable lines, by source and offset
 * @param unread what could not be read, and why
 * @param warnings what will lose data if nobody acts, such as logs that rotate away too soon
 * @param revision 1 for the first report of its window; one more each time that it was made again
 *     and its figures had changed
 * @param lateLines lines of the window that came after its first report
 */
public record Run(
    String runId,
    Instant generatedAt,
    String version,
    String configSha256,
    List<String> sources,
    List<MalformedSample> malformedSamples,
    List<UnreadSource> unread,
    List<String> warnings,
    int revision,
    long lateLines) {

  public Run {
    requireNonNull(runId, "runId is null");
    requireNonNull(generatedAt, "generatedAt is null");
    requireNonNull(version, "version is null");
    requireNonNull(configSha256, "configSha256 is null");
    sources = List.copyOf(sources);
    malformedSamples = List.copyOf(malformedSamples);
    unread = List.copyOf(unread);
    warnings = List.copyOf(warnings);
    if (revision < 1) {
      throw new IllegalArgumentException("revision must be at least 1, got " + revision);
    }
  }

  /**
   * Where an unusable line stands.
   *
   * @param source the file as it was called when it was read
   * @param offset of the line's first byte in the uncompressed content
   * @param reason a key of {@link Completeness#malformedByReason()}
   */
  public record MalformedSample(String source, long offset, String reason) {}

  /** A log file that was found and could not be read to its end. */
  public record UnreadSource(String source, String reason) {}
}
