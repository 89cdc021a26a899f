package dev.burnline.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Extents as JSON, the way they stand in a rollup file's metadata. */
final class ExtentJson {

  private static final JsonFactory JSON = new JsonFactory();

  private ExtentJson() {}

  static String write(List<Extent> extents) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (Extent extent : extents) {
        write(extent, json);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return text.toString();
  }

  private static void write(Extent extent, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("segment_id", extent.segmentId());
    json.writeStringField("source", extent.source());
    json.writeNumberField("start", extent.start());
    json.writeNumberField("end", extent.end());
    json.writeNumberField("requests", extent.requests());
    json.writeNumberField("first_millis", extent.firstMillis());
    json.writeNumberField("last_millis", extent.lastMillis());
    writeStrings(json, "counters", extent.counted().counters());
    writeStrings(json, "measures", extent.counted().measures());
    writeStrings(json, "groups", extent.counted().groups());
    writeStrings(json, "services", extent.services());
    SortedMap<String, Integer> firstRequests = extent.firstRequests();
    if (firstRequests != null) {
      writeFirstRequests(json, extent.services(), firstRequests);
    }
    json.writeObjectFieldStart("lines_by_quarter");
    for (var quarter : extent.linesByQuarter().entrySet()) {
      json.writeNumberField(quarter.getKey().toString(), quarter.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** One minute for each service, null for one without requests. */
  private static void writeFirstRequests(
      JsonGenerator json, List<String> services, SortedMap<String, Integer> firstRequests)
      throws IOException {
    json.writeArrayFieldStart("first_requests");
    for (String service : services) {
      Integer minute = firstRequests.get(service);
      if (minute == null) {
        json.writeNull();
      } else {
        json.writeNumber(minute);
      }
    }
    json.writeEndArray();
  }

  private static void writeStrings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** Reads what {@link #write} wrote; fields of later versions are passed over. */
  static List<Extent> read(String text) throws IOException {
    List<Extent> extents = new ArrayList<>();
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_OBJECT) {
        extents.add(read(json));
      }
    }
    return extents;
  }

  private static Extent read(JsonParser json) throws IOException {
    String segmentId = "";
    String source = "";
    long start = 0;
    long end = 0;
    long requests = 0;
    long firstMillis = Long.MAX_VALUE;
    long lastMillis = Long.MIN_VALUE;
    List<String> counters = List.of();
    List<String> measures = List.of();
    List<String> groups = List.of();
    List<String> services = List.of();
    SortedMap<Integer, Long> quarters = new TreeMap<>();
    @Nullable SortedMap<String, Integer> firstRequests = null;
    String name;
    while ((name = json.nextFieldName()) != null) {
      json.nextToken();
      switch (name) {
        case "segment_id" -> segmentId = json.getText();
        case "source" -> source = json.getText();
        case "start" -> start = json.getLongValue();
        case "end" -> end = json.getLongValue();
        case "requests" -> requests = json.getLongValue();
        case "first_millis" -> firstMillis = json.getLongValue();
        case "last_millis" -> lastMillis = json.getLongValue();
        case "counters" -> counters = strings(json);
        case "measures" -> measures = strings(json);
        case "groups" -> groups = strings(json);
        case "services" -> services = strings(json);
        case "lines_by_quarter" -> {
          String quarter;
          while ((quarter = json.nextFieldName()) != null) {
            quarters.put(Integer.valueOf(quarter), json.nextLongValue(0));
          }
        }
        case "first_requests" -> firstRequests = firstRequests(json, services);
        default -> json.skipChildren();
      }
    }
    return new Extent(
        segmentId,
        source,
        start,
        end,
        new CountedKeys(counters, measures, groups),
        services,
        quarters,
        requests,
        firstMillis,
        lastMillis,
        firstRequests);
  }

  /** Stands behind the services. */
  private static SortedMap<String, Integer> firstRequests(JsonParser json, List<String> services)
      throws IOException {
    SortedMap<String, Integer> minutes = new TreeMap<>();
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        minutes.put(services.get(i), json.getIntValue());
      }
    }
    return minutes;
  }

  private static List<String> strings(JsonParser json) throws IOException {
    List<String> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.add(json.getText());
    }
    return values;
  }
}
