package dev.burnline.serve.requestlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Reads what a log has written. */
final class LogLines {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private LogLines() {}

  /** Returns the lines of all files of a folder, oldest file first. */
  static List<JsonNode> of(Path folder) {
    List<JsonNode> lines = new ArrayList<>();
    for (int number = 100; number >= 0; number--) {
      Path file = folder.resolve(number == 0 ? "app.log" : "app.log." + number);
      if (Files.exists(file)) {
        lines.addAll(parse(read(file)));
      }
    }
    return lines;
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> parse(String text) {
    assertThat(text.isEmpty() || text.endsWith("\n")).as("the file ends with a line").isTrue();
    return text.lines().map(LogLines::parseLine).toList();
  }

  static JsonNode parseLine(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }

  static List<String> requestIds(List<JsonNode> lines) {
    return lines.stream()
        .filter(line -> line.path("event").asText().equals("request.finished"))
        .map(line -> line.path("request_id").asText())
        .toList();
  }

  static List<Long> seqs(List<JsonNode> lines) {
    return lines.stream().map(line -> line.path("seq").asLong()).toList();
  }

  static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  /** Returns the JSON Schema of the contract. */
  static Schema schema() throws IOException {
    Path file =
        Path.of(System.getProperty("burnline.root"), "sample-logs", "request-log.schema.json");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(file), InputFormat.JSON);
  }
}
