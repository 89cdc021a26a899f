package dev.burnline.generate.truth;

import java.util.Map;
import java.util.TreeMap;

/** Counts of one service over some time. */
public final class Tally {

  long lines;
  long bytes;
  long requests;
  long inputTokens;
  long outputTokens;
  long unfinishedRequests;
  long repeatedLines;
  long duplicateRequests;
  long lostLines;
  final Map<String, Long> events = new TreeMap<>();
  final Map<String, Long> statuses = new TreeMap<>();
  final Map<String, Long> errorTypes = new TreeMap<>();
  final Map<String, Long> finishReasons = new TreeMap<>();
  final Map<String, Long> unusable = new TreeMap<>();

  /** Counts a usable line of the given length, as often as it was written. */
  public void line(String event, int length, int times) {
    lines += times;
    bytes += (long) length * times;
    if (times > 1) {
      repeatedLines += times - 1;
      if (event.equals("request.finished")) {
        duplicateRequests += times - 1;
      }
    }
    count(events, event);
  }

  /** Counts a finished request; empty texts are not counted, negative tokens neither. */
  public void request(
      String status, String errorType, String finishReason, int inputTokens, int outputTokens) {
    requests++;
    this.inputTokens += Math.max(0, inputTokens);
    this.outputTokens += Math.max(0, outputTokens);
    count(statuses, status);
    count(errorTypes, errorType);
    count(finishReasons, finishReason);
  }

  /** Counts an unusable line. */
  public void unusable(String reason) {
    count(unusable, reason);
  }

  /** Counts a request that came and has no end in the log. */
  public void unfinished() {
    unfinishedRequests++;
  }

  /** Counts lines that got a {@code seq} and are not there. */
  public void lost(long count) {
    lostLines += count;
  }

  void add(Tally other) {
    lines += other.lines;
    bytes += other.bytes;
    requests += other.requests;
    inputTokens += other.inputTokens;
    outputTokens += other.outputTokens;
    unfinishedRequests += other.unfinishedRequests;
    repeatedLines += other.repeatedLines;
    duplicateRequests += other.duplicateRequests;
    lostLines += other.lostLines;
    other.events.forEach((key, n) -> events.merge(key, n, Long::sum));
    other.statuses.forEach((key, n) -> statuses.merge(key, n, Long::sum));
    other.errorTypes.forEach((key, n) -> errorTypes.merge(key, n, Long::sum));
    other.finishReasons.forEach((key, n) -> finishReasons.merge(key, n, Long::sum));
    other.unusable.forEach((key, n) -> unusable.merge(key, n, Long::sum));
  }

  private static void count(Map<String, Long> counts, String key) {
    if (!key.isEmpty()) {
      counts.merge(key, 1L, Long::sum);
    }
  }
}
