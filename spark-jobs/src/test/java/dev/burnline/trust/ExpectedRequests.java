package dev.burnline.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.Completeness;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The plain list of requests: those that must be counted, those that may be, and those that were
 * counted at the last look and must not be forgotten.
 */
final class ExpectedRequests {

  private final Map<Integer, Request> known = new HashMap<>();
  private final Set<Integer> certain = new TreeSet<>();
  private final Set<Integer> counted = new TreeSet<>();

  /** A run may have read these logs. */
  void seen(HostLogs logs) {
    logs.perhapsReadable().forEach(request -> known.put(request.minute(), request));
  }

  /** An undisturbed run has read these logs. */
  void crunched(HostLogs logs) {
    seen(logs);
    logs.readable().forEach(request -> certain.add(request.minute()));
  }

  /** Looks at the store: no request twice, none forgotten, none missing, none out of nothing. */
  void check(Counted now) {
    assertThat(now.content().damaged()).as("damaged files").isEmpty();
    assertThat(now.requests().entrySet())
        .as("requests per minute")
        .allSatisfy(minute -> assertThat(minute.getValue()).isEqualTo(1));
    Set<Integer> ids = now.requests().keySet();
    assertThat(minus(certain, ids)).as("requests that are missing").isEmpty();
    assertThat(minus(counted, ids)).as("requests that are counted no more").isEmpty();
    assertThat(minus(ids, known.keySet())).as("requests that no run can have seen").isEmpty();
    counted.addAll(ids);
    assertThat(now.quick())
        .as("the counter of quick requests")
        .allSatisfy(
            (minute, count) -> assertThat(count).isEqualTo(known.get(minute).isQuick() ? 1 : 0));
  }

  /** Looks at the report's completeness: what vanished before it was read is counted as lost. */
  void check(Completeness completeness) {
    List<Request> requests = counted.stream().map(known::get).toList();
    assertThat(completeness.requests()).as("requests").isEqualTo(requests.size());
    assertThat(completeness.lostLines()).as("lost lines").isEqualTo(gaps(requests));
    assertThat(completeness.repeatedLines()).as("repeated lines").isZero();
  }

  private static Set<Integer> minus(Set<Integer> all, Set<Integer> without) {
    Set<Integer> rest = new TreeSet<>(all);
    rest.removeAll(without);
    return rest;
  }

  /** How many numbers are missing between those that were counted. */
  private static long gaps(List<Request> requests) {
    Map<String, Set<Long>> numbers = new HashMap<>();
    for (Request request : requests) {
      if (request.boot() != null) {
        numbers.computeIfAbsent(request.boot(), boot -> new HashSet<>()).add(request.seq());
      }
    }
    return numbers.values().stream()
        .mapToLong(
            seen ->
                seen.stream().max(Long::compare).orElseThrow()
                    - seen.stream().min(Long::compare).orElseThrow()
                    + 1
                    - seen.size())
        .sum();
  }
}
