package dev.burnline.serve.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.burnline.serve.model.ModelException;
import dev.burnline.serve.model.TextCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;

/** Loads tokenizers. */
public final class Codecs {

  private static final String CONFIG = "tokenizer_config.json";
  private static final String TEMPLATE = "chat_template.jinja";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Codecs() {}

  /**
   * Reads a folder's tokenizer and finds its chat template.
   *
   * @param modelVocabulary number of ids that the model has; the tokenizer may have fewer
   * @param modelEndTokens ids that end an answer by the model's configuration; those of the
   *     tokenizer and the template are added
   * @throws ModelException when the tokenizer is not byte-level BPE, has more ids than the model,
   *     or no chat template fits
   */
  public static TextCodec load(Path folder, int modelVocabulary, Set<Integer> modelEndTokens)
      throws IOException {
    Vocabulary vocabulary = Vocabulary.read(folder);
    if (vocabulary.greatestId() >= modelVocabulary) {
      throw new ModelException(
          "%s: has token id %d, but the model only %d ids"
              .formatted(folder.resolve(Vocabulary.FILE), vocabulary.greatestId(), modelVocabulary),
          null);
    }
    JsonNode config = config(folder.resolve(CONFIG));
    ChatTemplate template = ChatTemplates.choose(folder, vocabulary, template(folder, config));
    OptionalInt firstToken = vocabulary.firstToken();
    if (firstToken.isEmpty() && config.path("add_bos_token").asBoolean()) {
      firstToken = vocabulary.added(text(config.path("bos_token")));
    }
    Set<Integer> ends = new LinkedHashSet<>(modelEndTokens);
    vocabulary.added(template.endToken()).ifPresent(ends::add);
    vocabulary.added(text(config.path("eos_token"))).ifPresent(ends::add);
    return new BpeCodec(vocabulary, PlainText.of(vocabulary), template, firstToken, ends);
  }

  private static JsonNode config(Path file) throws IOException {
    if (!Files.exists(file)) {
      return JSON.createObjectNode();
    }
    try {
      return JSON.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new ModelException(file + ": is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static String template(Path folder, JsonNode config) throws IOException {
    Path file = folder.resolve(TEMPLATE);
    if (Files.exists(file)) {
      return Files.readString(file);
    }
    JsonNode template = config.path("chat_template");
    if (template.isArray()) {
      for (JsonNode named : template) {
        if (named.path("name").asText("").equals("default")) {
          template = named.path("template");
        }
      }
    } else if (template.isMissingNode() || template.isNull()) {
      return "";
    }
    if (!template.isTextual()) {
      throw new ModelException(
          folder.resolve(CONFIG)
              + ": chat_template is neither a text nor a list with a text named 'default'",
          null);
    }
    return template.asText();
  }

  /** A token is written as its text, or as an object with its text. */
  private static String text(JsonNode token) {
    return token.isTextual() ? token.asText() : token.path("content").asText("");
  }
}
