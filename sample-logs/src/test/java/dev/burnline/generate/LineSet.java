package dev.burnline.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/** Some lines of a log and plain figures over them; lines without the field are left out. */
record LineSet(List<JsonNode> lines) {

  LineSet between(Instant start, Duration length) {
    return where(line -> within(line, start, length));
  }

  LineSet outside(Instant start, Duration length) {
    return where(line -> !within(line, start, length));
  }

  LineSet event(String event) {
    return with("event", event);
  }

  LineSet with(String field, String value) {
    return where(line -> line.path(field).asText().equals(value));
  }

  double p95(String field) {
    double[] sorted = values(field).sorted().toArray();
    return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
  }

  double mean(String field) {
    return values(field).average().orElseThrow();
  }

  double min(String field) {
    return values(field).min().orElseThrow();
  }

  double max(String field) {
    return values(field).max().orElseThrow();
  }

  double sum(String field) {
    return values(field).sum();
  }

  /** Tokens per second of successful requests. */
  double throughput() {
    LineSet answered = with("status", "success");
    return answered.sum("output_tokens") / answered.sum("duration_ms") * 1000;
  }

  /** Milliseconds per token, over all requests. */
  double pace() {
    return sum("duration_ms") / sum("output_tokens");
  }

  /** Mean share of used GPU memory. */
  double memory() {
    return mean("gpu_mem_used_mb") / mean("gpu_mem_total_mb");
  }

  long count(String field, Set<String> values) {
    return event("request.finished").lines.stream()
        .filter(line -> values.contains(line.path(field).asText()))
        .count();
  }

  double share(String field, Set<String> values) {
    return (double) count(field, values) / event("request.finished").lines.size();
  }

  List<String> texts(String field) {
    return lines.stream()
        .filter(line -> line.has(field))
        .map(line -> line.get(field).asText())
        .toList();
  }

  /** How often the most frequent value of a field occurs. */
  long most(String field) {
    Map<String, Long> counts = new HashMap<>();
    texts(field).forEach(text -> counts.merge(text, 1L, Long::sum));
    return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** Numbers missing between the first and the last {@code seq} of each boot. */
  long gaps() {
    Map<String, Long> last = new HashMap<>();
    long missing = 0;
    for (JsonNode line : lines) {
      long seq = line.get("seq").asLong();
      Long before = last.put(line.get("boot_id").asText(), seq);
      missing += before == null ? 0 : seq - before - 1;
    }
    return missing;
  }

  private DoubleStream values(String field) {
    return lines.stream()
        .filter(line -> line.hasNonNull(field))
        .mapToDouble(line -> line.get(field).asDouble());
  }

  private LineSet where(Predicate<JsonNode> condition) {
    return new LineSet(lines.stream().filter(condition).toList());
  }

  private static boolean within(JsonNode line, Instant start, Duration length) {
    Instant at = OffsetDateTime.parse(line.get("timestamp").asText()).toInstant();
    return !at.isBefore(start) && at.isBefore(start.plus(length));
  }
}
