package dev.burnline.serve.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.burnline.serve.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What tokenizer.json says of each token. */
final class Vocabulary {

  static final String FILE = "tokenizer.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, AddedToken> added = new LinkedHashMap<>();
  private final Map<Integer, byte[]> bytes = new HashMap<>();
  private final String plainTokenizer;
  private final OptionalInt firstToken;
  private final Optional<FewestTokens> fewestTokens;

  private Vocabulary(Path file, ObjectNode root) throws JsonProcessingException {
    if (!root.path("model").path("type").asText().equals("BPE") || !hasByteLevel(root)) {
      throw new ModelException(
          file
              + ": must be a byte-level BPE tokenizer, got model "
              + root.path("model").path("type")
              + " and decoder "
              + root.path("decoder").path("type"),
          null);
    }
    for (Map.Entry<String, JsonNode> entry : root.path("model").path("vocab").properties()) {
      ByteAlphabet.bytes(entry.getKey())
          .ifPresent(token -> bytes.put(entry.getValue().intValue(), token));
    }
    for (JsonNode node : root.path("added_tokens")) {
      AddedToken token =
          new AddedToken(
              node.path("id").intValue(),
              node.path("content").asText(),
              node.path("special").asBoolean());
      added.put(token.text(), token);
      bytes.put(token.id(), token.control() ? new byte[0] : token.text().getBytes(UTF_8));
    }
    firstToken = firstToken(root.path("post_processor"));
    // Without them, nothing in a client's text can be anything but text.
    if (root.path("model").path("vocab") instanceof ObjectNode vocab) {
      vocab.remove(added.keySet());
    }
    root.putArray("added_tokens");
    root.putNull("post_processor");
    root.putNull("truncation");
    root.putNull("padding");
    plainTokenizer = JSON.writeValueAsString(root);
    fewestTokens = FewestTokens.of(root);
  }

  static Vocabulary read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      throw new ModelException(file + ": is not there", null);
    }
    try {
      if (JSON.readTree(file.toFile()) instanceof ObjectNode root) {
        return new Vocabulary(file, root);
      }
      throw new ModelException(file + ": must be a JSON object", null);
    } catch (JsonProcessingException e) {
      throw new ModelException(file + ": is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static boolean hasByteLevel(JsonNode root) {
    JsonNode decoder = root.path("decoder");
    if (decoder.path("type").asText().equals("ByteLevel")) {
      return true;
    }
    for (JsonNode part : decoder.path("decoders")) {
      if (part.path("type").asText().equals("ByteLevel")) {
        return true;
      }
    }
    return false;
  }

  /** Returns what a template puts before a text. */
  private OptionalInt firstToken(JsonNode processor) {
    for (JsonNode part : processor.path("processors")) {
      OptionalInt token = firstToken(part);
      if (token.isPresent()) {
        return token;
      }
    }
    AddedToken token =
        added.get(processor.path("single").path(0).path("SpecialToken").path("id").asText());
    return token == null ? OptionalInt.empty() : OptionalInt.of(token.id());
  }

  /** Returns the tokenizer without any token that is not text, as JSON. */
  String plainTokenizer() {
    return plainTokenizer;
  }

  /** Returns the token that begins every text, if the tokenizer itself knows one. */
  OptionalInt firstToken() {
    return firstToken;
  }

  /** Returns the number of an added token. */
  OptionalInt added(String text) {
    AddedToken token = added.get(text);
    return token == null ? OptionalInt.empty() : OptionalInt.of(token.id());
  }

  boolean hasAdded(String text) {
    return added.containsKey(text);
  }

  /** Returns the bytes of a token's text; none for one that is no text or not known. */
  byte[] bytes(int token) {
    return bytes.getOrDefault(token, new byte[0]);
  }

  /** Returns a number that the tokens of a text, encoded at once, are not below. */
  int leastTokens(String text, int enough) {
    return fewestTokens.map(fewest -> fewest.of(text, enough)).orElse(0);
  }

  /** Returns the greatest id. */
  int greatestId() {
    return bytes.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
