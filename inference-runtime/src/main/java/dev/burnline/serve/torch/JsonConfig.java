package dev.burnline.serve.torch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.burnline.serve.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One JSON file of a model's folder; collects what is wrong with it. */
final class JsonConfig {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final JsonNode root;
  private final List<String> problems = new ArrayList<>();

  private JsonConfig(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /** Reads a file; one that is not there is an empty object. */
  static JsonConfig readIfThere(Path file) throws IOException {
    return Files.exists(file) ? read(file) : new JsonConfig(file, JSON.createObjectNode());
  }

  static JsonConfig read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new ModelException(file + ": is not there", null);
    }
    try {
      JsonNode root = JSON.readTree(file.toFile());
      if (!root.isObject()) {
        throw new ModelException(file + ": must be a JSON object", null);
      }
      return new JsonConfig(file, root);
    } catch (JsonProcessingException e) {
      throw new ModelException(file + ": is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  JsonNode at(String key) {
    return root.path(key);
  }

  boolean has(String key) {
    return !at(key).isMissingNode() && !at(key).isNull();
  }

  void problem(String problem) {
    problems.add(problem);
  }

  /** Returns an integer in 1..max; notes a problem and returns 1 if it is not. */
  int count(String key, int max) {
    JsonNode value = at(key);
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      int count = value.intValue();
      if (count >= 1 && count <= max) {
        return count;
      }
    }
    problem(key + " must be in 1.." + max + ", got " + shown(value));
    return 1;
  }

  int count(String key, int max, int absent) {
    return has(key) ? count(key, max) : absent;
  }

  /** Returns a number above 0; notes a problem and returns 1 if it is not. */
  double positive(String key, double absent) {
    if (!has(key)) {
      return absent;
    }
    double value = at(key).asDouble(Double.NaN);
    if (at(key).isNumber() && value > 0 && Double.isFinite(value)) {
      return value;
    }
    problem(key + " must be above 0, got " + shown(at(key)));
    return 1;
  }

  boolean flag(String key) {
    if (has(key) && !at(key).isBoolean()) {
      problem(key + " must be true or false, got " + shown(at(key)));
    }
    return at(key).asBoolean(false);
  }

  /** Returns the ids under a key that holds one, several or none. */
  Set<Integer> ids(String key) {
    Set<Integer> ids = new LinkedHashSet<>();
    JsonNode value = at(key);
    for (JsonNode id : value.isArray() ? value : has(key) ? List.of(value) : List.<JsonNode>of()) {
      if (id.isIntegralNumber() && id.canConvertToInt() && id.intValue() >= 0) {
        ids.add(id.intValue());
      } else {
        problem(key + " must be token ids, got " + shown(value));
      }
    }
    return ids;
  }

  /** Throws if something was wrong, with all of it. */
  void check() {
    if (!problems.isEmpty()) {
      throw new ModelException(file + ": " + String.join("; ", problems), null);
    }
  }

  static String shown(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.toString();
  }
}
