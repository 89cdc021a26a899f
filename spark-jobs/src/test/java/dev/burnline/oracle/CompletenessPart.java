package dev.burnline.oracle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How much of the log was there and readable. */
final class CompletenessPart {

  private CompletenessPart() {}

  static ObjectNode of(Span window, RawLog log) {
    List<OracleLine> lines =
        log.lines().stream()
            .filter(line -> line.millis() != null && window.contains(line.millis()))
            .toList();
    Map<String, Long> reasons = new TreeMap<>();
    for (OracleLine line : lines) {
      if (line.unusableReason() != null) {
        reasons.merge(line.unusableReason(), 1L, Long::sum);
      }
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("segments", lines.stream().map(OracleLine::segment).distinct().count());
    json.put("bytes", lines.stream().mapToLong(OracleLine::bytes).sum());
    json.put("lines", (long) lines.size());
    json.put("requests", log.requests().stream().filter(r -> window.contains(r.millis())).count());
    json.put("malformed", reasons.values().stream().mapToLong(count -> count).sum());
    ObjectNode byReason = json.putObject("malformed_by_reason");
    reasons.forEach(byReason::put);
    json.put("lost_lines", LostLines.in(window, log));
    json.put("unfinished_requests", unfinished(lines, log));
    json.put(
        "duplicate_requests",
        lines.stream()
            .filter(line -> line.repeated() && requireNonNull(line.fields()).isRequest())
            .count());
    json.put("repeated_lines", lines.stream().filter(OracleLine::repeated).count());
    return json;
  }

  /** More than 1 % of the lines that should be there are lost or unusable. */
  static boolean isIncomplete(ObjectNode completeness) {
    long lost = completeness.get("lost_lines").longValue();
    long malformed = completeness.get("malformed").longValue();
    long lines = completeness.get("lines").longValue();
    return (lost + malformed) * 100 > lines + lost;
  }

  private static long unfinished(List<OracleLine> lines, RawLog log) {
    Set<List<String>> finished = new HashSet<>();
    for (OracleRequest request : log.requests()) {
      if (request.requestId() != null) {
        finished.add(List.of(request.service(), request.requestId()));
      }
    }
    return lines.stream()
        .filter(OracleLine::counts)
        .map(line -> requireNonNull(line.fields()))
        .filter(line -> line.event().equals("request.received") && line.requestId() != null)
        .map(line -> List.of(line.service(), requireNonNull(line.requestId())))
        .filter(request -> !finished.contains(request))
        .collect(Collectors.counting());
  }
}
