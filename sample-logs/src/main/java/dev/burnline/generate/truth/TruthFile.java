package dev.burnline.generate.truth;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.burnline.generate.incident.Impact;
import dev.burnline.generate.incident.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the counts of a run and writes them as {@code truth.json}. */
public final class TruthFile {

  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, ServiceTruth> services = new TreeMap<>();
  private final Map<Incident, Impact> incidents = new LinkedHashMap<>();
  private final Map<String, Long> removedPieces = new TreeMap<>();

  /** Returns the counts of a service; empty at first. */
  public ServiceTruth service(String name) {
    return services.computeIfAbsent(name, key -> new ServiceTruth());
  }

  /** Adds what one instance saw of an incident. */
  public void impact(Incident incident, Impact impact) {
    incidents.computeIfAbsent(incident, key -> new Impact()).add(impact);
  }

  /** Notes that rotation has removed files of a folder; their lines stay counted. */
  public void removed(String folder, long pieces) {
    if (pieces > 0) {
      removedPieces.put(folder, pieces);
    }
  }

  /** Writes the file. */
  public void write(Path file, Instant start, Instant end) throws IOException {
    ObjectNode root = mapper.createObjectNode();
    root.put("schema", "burnline.truth/1");
    root.putObject("window").put("start", start.toString()).put("end", end.toString());
    ObjectNode all = root.putObject("services");
    services.forEach(
        (name, truth) -> {
          ObjectNode node = all.putObject(name);
          fill(node, truth.total());
          ObjectNode days = node.putObject("days");
          truth.days.forEach((date, tally) -> fill(days.putObject(date.toString()), tally));
        });
    ArrayNode list = root.putArray("incidents");
    incidents.forEach((incident, impact) -> fill(list.addObject(), incident, impact));
    root.set("removed_files", mapper.valueToTree(removedPieces));
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    byte[] bytes = mapper.writer(printer).writeValueAsBytes(root);
    Files.write(file, bytes);
  }

  private void fill(ObjectNode node, Tally tally) {
    node.put("lines", tally.lines);
    node.put("bytes", tally.bytes);
    node.put("requests", tally.requests);
    node.put("input_tokens", tally.inputTokens);
    node.put("output_tokens", tally.outputTokens);
    node.set("status_counts", mapper.valueToTree(tally.statuses));
    node.set("error_types", mapper.valueToTree(tally.errorTypes));
    node.set("finish_reasons", mapper.valueToTree(tally.finishReasons));
    node.set("events", mapper.valueToTree(tally.events));
    node.put("unfinished_requests", tally.unfinishedRequests);
    node.put("lost_lines", tally.lostLines);
    node.put("repeated_lines", tally.repeatedLines);
    node.put("duplicate_requests", tally.duplicateRequests);
    node.put("malformed", tally.unusable.values().stream().mapToLong(Long::longValue).sum());
    node.set("malformed_by_reason", mapper.valueToTree(tally.unusable));
  }

  private static void fill(ObjectNode node, Incident incident, Impact impact) {
    node.put("pattern", incident.kind().text());
    node.put("service", incident.service());
    node.put("instance", incident.instance());
    node.put("start", incident.start().toString());
    node.put("end", incident.end().toString());
    node.put("intensity", incident.intensity());
    node.put("first_affected_line", impact.first().map(Instant::toString).orElse(null));
    node.put("last_affected_line", impact.last().map(Instant::toString).orElse(null));
    node.put("affected_lines", impact.lines());
    node.put("affected_requests", impact.requests());
  }
}
