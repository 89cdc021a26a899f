package dev.burnline.serve.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What the server wrote. */
final class LogFolder {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  LogFolder(Path folder) {
    this.folder = folder;
  }

  /** Returns the lines, oldest file first. */
  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int backup = 50; backup >= 0; backup--) {
      Path file = folder.resolve(backup == 0 ? "app.log" : "app.log." + backup);
      if (Files.exists(file)) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }

  /** Returns the lines of an event. */
  List<JsonNode> events(String event) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : lines()) {
      JsonNode node = JSON.readTree(line);
      if (node.path("event").asText().equals(event)) {
        events.add(node);
      }
    }
    return events;
  }

  /** Holds every line against the contract's JSON Schema. */
  void assertValid() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(
                    Path.of(
                        System.getProperty("burnline.root"),
                        "sample-logs",
                        "request-log.schema.json")),
                InputFormat.JSON);
    for (String line : lines()) {
      assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
  }

  /** Asserts that the lines of each boot are numbered 1, 2, 3 … in their order. */
  void assertNumbered() throws IOException {
    Map<String, List<Long>> numbers = new LinkedHashMap<>();
    for (String line : lines()) {
      JsonNode node = JSON.readTree(line);
      numbers
          .computeIfAbsent(node.path("boot_id").asText(), boot -> new ArrayList<>())
          .add(node.path("seq").asLong());
    }
    numbers.forEach(
        (boot, seqs) ->
            assertThat(seqs)
                .as(boot)
                .isEqualTo(LongStream.rangeClosed(1, seqs.size()).boxed().toList()));
  }
}
