package dev.burnline.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Takes typed fields out of an object. A field that is null is one that is not there, as clients
 * send null for what they do not set.
 */
final class JsonFields {

  private final ObjectNode object;
  private final String prefix;

  JsonFields(ObjectNode object, String prefix) {
    this.object = object;
    this.prefix = prefix;
  }

  /** Returns a field; empty when it is absent or null. */
  Optional<JsonNode> any(String key) {
    JsonNode value = object.get(key);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  Optional<String> text(String key) throws ApiException {
    Optional<JsonNode> value = any(key);
    if (value.isPresent() && !value.get().isTextual()) {
      throw wrong(key, "must be a string", value.get());
    }
    return value.map(node -> wellFormed(node.textValue()));
  }

  boolean flag(String key) throws ApiException {
    Optional<JsonNode> value = any(key);
    if (value.isPresent() && !value.get().isBoolean()) {
      throw wrong(key, "must be true or false", value.get());
    }
    return value.isPresent() && value.get().booleanValue();
  }

  Optional<Long> whole(String key, long least, long most) throws ApiException {
    Optional<JsonNode> value = any(key);
    if (value.isPresent()) {
      JsonNode number = value.get();
      if (!number.isIntegralNumber()
          || !number.canConvertToLong()
          || number.longValue() < least
          || number.longValue() > most) {
        throw wrong(key, "must be a whole number in %d..%d".formatted(least, most), number);
      }
    }
    return value.map(JsonNode::longValue);
  }

  Optional<Double> number(String key, double least, double most) throws ApiException {
    Optional<JsonNode> value = any(key);
    if (value.isPresent()) {
      JsonNode number = value.get();
      if (!number.isNumber() || !(number.doubleValue() >= least && number.doubleValue() <= most)) {
        throw wrong(key, "must be a number in %s..%s".formatted(least, most), number);
      }
    }
    return value.map(JsonNode::doubleValue);
  }

  Optional<JsonFields> object(String key) throws ApiException {
    Optional<JsonNode> value = any(key);
    if (value.isPresent() && !value.get().isObject()) {
      throw wrong(key, "must be an object", value.get());
    }
    return value.map(node -> new JsonFields((ObjectNode) node, path(key) + "."));
  }

  /** Returns the full name of a field. */
  String path(String key) {
    return prefix + key;
  }

  ApiException wrong(String key, String what, JsonNode value) {
    return ApiException.invalid(
        path(key), "%s %s, got %s".formatted(path(key), what, Shown.of(value.toString())));
  }

  /** Half of a surrogate pair, which JSON can spell but no text can hold, becomes U+FFFD. */
  static String wellFormed(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE)
        ? text
        : text.codePoints()
            .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }
}
