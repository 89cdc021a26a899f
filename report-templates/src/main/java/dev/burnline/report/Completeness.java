package dev.burnline.report;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of the window's log was there and readable.
 *
 * @param segments log segments with a line in the window
 * @param bytes uncompressed bytes of the lines in the window, line ends included
 * @param lines lines in the window, usable or not; an unusable line belongs to the minute of the
 *     usable line before it in its segment, else of the first one after it
 * @param requests finished requests in the window, each counted once
 * @param malformed unusable lines in the window
 * @param malformedByReason the same by reason
 * @param lostLines missing {@code seq} numbers of the boots seen in the window
 * @param unfinishedRequests received in the window and finished nowhere in the logs
 * @param duplicateRequests repeated {@code request.finished} lines, not counted again
 * @param repeatedLines all repeated lines, requests among them
 * @param unloggedRequests requests that heartbeats counted as finished and that are not in the log;
 *     a lower bound
 */
public record Completeness(
    long segments,
    long bytes,
    long lines,
    long requests,
    long malformed,
    SortedMap<String, Long> malformedByReason,
    long lostLines,
    long unfinishedRequests,
    long duplicateRequests,
    long repeatedLines,
    long unloggedRequests) {

  public Completeness {
    malformedByReason = Collections.unmodifiableSortedMap(new TreeMap<>(malformedByReason));
  }
}
