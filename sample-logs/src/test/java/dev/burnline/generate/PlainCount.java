package dev.burnline.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts what stands in the files of one host, by the rules for readers of the contract. */
final class PlainCount {

  private static final int LONGEST_LINE = 1_048_576;
  private static final ObjectReader STRICT =
      GeneratedLogs.JSON.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Map<String, ObjectNode> days = new TreeMap<>();
  private final Map<String, Long> lastSeq = new HashMap<>();
  private final Map<String, Long> lastSeqOfFile = new HashMap<>();
  private final Map<String, String> openRequests = new LinkedHashMap<>();
  private final Set<String> finished = new HashSet<>();
  private String day = "";

  static PlainCount of(GeneratedLogs logs, String host) {
    PlainCount count = new PlainCount();
    for (Path file : logs.files(host)) {
      count.lastSeqOfFile.clear();
      GeneratedLogs.rawLines(file, count::line);
    }
    count.openRequests.forEach(
        (id, date) -> {
          if (!count.finished.contains(id)) {
            add(count.at(date), "unfinished_requests", 1);
          }
        });
    return count;
  }

  /** Returns the object of a usable line; empty for all others. */
  static Optional<JsonNode> usable(byte[] line) {
    Look look = look(line);
    return look.problem().isEmpty() ? Optional.of(look.json()) : Optional.empty();
  }

  private static Look look(byte[] line) {
    String problem = problemOfBytes(line);
    if (!problem.isEmpty()) {
      return new Look(problem, NullNode.instance);
    }
    try {
      JsonNode json = STRICT.readTree(line);
      return new Look(problemOfJson(json), json);
    } catch (IOException e) {
      return new Look("broken_json", NullNode.instance);
    }
  }

  private static String problemOfBytes(byte[] line) {
    if (line.length > LONGEST_LINE) {
      return "too_long";
    }
    for (byte b : line) {
      if (b == 0) {
        return "nul_bytes";
      }
    }
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
    } catch (CharacterCodingException e) {
      return "invalid_utf8";
    }
    return "";
  }

  private static String problemOfJson(JsonNode json) {
    if (!json.isObject()) {
      return "not_an_object";
    }
    if (!json.hasNonNull("timestamp")) {
      return "no_timestamp";
    }
    try {
      OffsetDateTime.parse(json.get("timestamp").asText());
    } catch (DateTimeException e) {
      return "bad_timestamp";
    }
    JsonNode duration = json.path("duration_ms");
    if (duration.isNumber() && !(duration.asDouble() >= 0 && duration.asDouble() < 1e300)) {
      return "bad_duration";
    }
    return "";
  }

  /** Returns the counts in the form of the truth. */
  JsonNode services() {
    ObjectNode all = empty();
    for (ObjectNode tally : days.values()) {
      tally
          .properties()
          .forEach(
              field -> {
                if (field.getValue().isObject()) {
                  field
                      .getValue()
                      .properties()
                      .forEach(
                          inner ->
                              count(
                                  all, field.getKey(), inner.getKey(), inner.getValue().asLong()));
                } else {
                  add(all, field.getKey(), field.getValue().asLong());
                }
              });
    }
    ObjectNode byDay = all.putObject("days");
    days.forEach(byDay::set);
    return GeneratedLogs.parse(all.toString().getBytes(UTF_8));
  }

  private void line(byte[] line) {
    Look look = look(line);
    if (!look.problem().isEmpty()) {
      add(at(day), "malformed", 1);
      count(at(day), "malformed_by_reason", look.problem(), 1);
      return;
    }
    JsonNode json = look.json();
    day = json.get("timestamp").asText().substring(0, 10);
    ObjectNode tally = at(day);
    add(tally, "lines", 1);
    add(tally, "bytes", line.length + 1L);
    String event = json.path("event").asText("request.finished");
    if (json.has("seq")) {
      String boot = json.get("boot_id").asText();
      long seq = json.get("seq").asLong();
      if (seq <= lastSeqOfFile.getOrDefault(boot, 0L)) {
        add(tally, "repeated_lines", 1);
        if (event.equals("request.finished")) {
          add(tally, "duplicate_requests", 1);
        }
        return;
      }
      lastSeqOfFile.put(boot, seq);
      Long before = lastSeq.put(boot, seq);
      if (before != null) {
        add(tally, "lost_lines", seq - before - 1);
      }
    }
    count(tally, "events", event, 1);
    if (event.equals("request.received")) {
      openRequests.put(json.get("request_id").asText(), day);
    } else if (event.equals("request.finished")) {
      finished.add(json.get("request_id").asText());
      request(tally, json);
    }
  }

  private static void request(ObjectNode tally, JsonNode json) {
    add(tally, "requests", 1);
    add(tally, "input_tokens", json.get("input_tokens").asLong());
    add(tally, "output_tokens", json.get("output_tokens").asLong());
    String usual = json.get("level").asText().equals("ERROR") ? "error" : "success";
    count(tally, "status_counts", json.path("status").asText(usual), 1);
    if (json.hasNonNull("error_type")) {
      count(tally, "error_types", json.get("error_type").asText(), 1);
    }
    if (json.hasNonNull("finish_reason")) {
      count(tally, "finish_reasons", json.get("finish_reason").asText(), 1);
    }
  }

  private ObjectNode at(String date) {
    return days.computeIfAbsent(date, key -> empty());
  }

  private static ObjectNode empty() {
    ObjectNode tally = GeneratedLogs.JSON.createObjectNode();
    for (String name :
        new String[] {
          "lines",
          "bytes",
          "requests",
          "input_tokens",
          "output_tokens",
          "unfinished_requests",
          "lost_lines",
          "repeated_lines",
          "duplicate_requests",
          "malformed"
        }) {
      tally.put(name, 0);
    }
    for (String name :
        new String[] {
          "status_counts", "error_types", "finish_reasons", "events", "malformed_by_reason"
        }) {
      tally.putObject(name);
    }
    return tally;
  }

  private static void add(ObjectNode tally, String name, long n) {
    tally.put(name, tally.path(name).asLong() + n);
  }

  private static void count(ObjectNode tally, String group, String name, long n) {
    ObjectNode counts = (ObjectNode) tally.get(group);
    counts.put(name, counts.path(name).asLong() + n);
  }

  private record Look(String problem, JsonNode json) {}
}
