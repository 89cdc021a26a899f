package dev.burnline.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** Reads a report; the record components' names are the keys, in snake case. */
final class ReportIn {

  private ReportIn() {}

  static Report report(byte[] json, String what) throws IOException {
    var mapper = mapper();
    JsonNode tree = mapper.readTree(json);
    JsonNode schema = tree.path("schema");
    if (!schema.isTextual() || !schema.textValue().equals(Report.SCHEMA)) {
      throw new IOException(
          "%s: schema must be \"%s\", got %s"
              .formatted(what, Report.SCHEMA, schema.isMissingNode() ? "none" : schema));
    }
    return mapper.treeToValue(tree, Report.class);
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .propertyNamingStrategy(new Names())
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static final class Names extends PropertyNamingStrategies.SnakeCaseStrategy {
    private static final long serialVersionUID = 1L;

    @Override
    public String translate(String name) {
      return name.equals("baseline7d")
          ? "baseline_7d"
          : name.equals("throughput") ? "throughput_tps" : super.translate(name);
    }
  }
}
