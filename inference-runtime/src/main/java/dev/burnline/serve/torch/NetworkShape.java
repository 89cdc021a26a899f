package dev.burnline.serve.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * What config.json says of a network.
 *
 * @param vocabulary number of token ids
 * @param hidden width of the residual stream
 * @param feedForward inner width of the feed-forward layers
 * @param layers how many
 * @param heads query heads
 * @param groups key-value heads; divides {@code heads}
 * @param headSize elements of a head, even
 * @param eps of RMSNorm
 * @param theta base of the rotary position embedding
 * @param contextTokens longest sequence
 * @param tiedHead whether the head is the embedding
 * @param biases whether query, key and value have a bias
 */
record NetworkShape(
    int vocabulary,
    int hidden,
    int feedForward,
    int layers,
    int heads,
    int groups,
    int headSize,
    double eps,
    double theta,
    int contextTokens,
    boolean tiedHead,
    boolean biases) {

  static final String FILE = "config.json";

  private static final String QWEN = "Qwen2ForCausalLM";
  private static final String LLAMA = "LlamaForCausalLM";
  private static final int MAX_WIDTH = 1 << 20;
  private static final int MAX_VOCABULARY = 1 << 24;
  private static final int MAX_LAYERS = 1000;
  private static final double DEFAULT_THETA = 10_000;
  private static final double DEFAULT_EPS = 1e-6;

  /**
   * Reads a folder's config.json.
   *
   * @throws dev.burnline.serve.model.ModelException with everything that is wrong or not supported
   */
  static NetworkShape read(Path folder) throws IOException {
    JsonConfig config = JsonConfig.read(folder.resolve(FILE));
    String architecture = config.at("architectures").path(0).asText();
    if (!Set.of(QWEN, LLAMA).contains(architecture)) {
      config.problem(
          "architectures must be [\"%s\"] or [\"%s\"], got %s"
              .formatted(QWEN, LLAMA, JsonConfig.shown(config.at("architectures"))));
    }
    int hidden = config.count("hidden_size", MAX_WIDTH);
    int heads = config.count("num_attention_heads", MAX_WIDTH);
    int groups = config.count("num_key_value_heads", MAX_WIDTH, heads);
    if (heads % groups != 0) {
      config.problem(
          "num_key_value_heads must divide num_attention_heads %d, got %d"
              .formatted(heads, groups));
    }
    if (!config.has("head_dim") && hidden % heads != 0) {
      config.problem(
          "num_attention_heads must divide hidden_size %d, got %d".formatted(hidden, heads));
    }
    int headSize = config.count("head_dim", MAX_WIDTH, Math.max(1, hidden / heads));
    if (headSize % 2 != 0) {
      config.problem("head_dim must be even, got " + headSize);
    }
    refuseUnsupported(config);
    NetworkShape shape =
        new NetworkShape(
            config.count("vocab_size", MAX_VOCABULARY),
            hidden,
            config.count("intermediate_size", MAX_WIDTH),
            config.count("num_hidden_layers", MAX_LAYERS),
            heads,
            groups,
            headSize,
            config.positive("rms_norm_eps", DEFAULT_EPS),
            theta(config),
            config.count("max_position_embeddings", Integer.MAX_VALUE),
            config.flag("tie_word_embeddings"),
            architecture.equals(QWEN));
    config.check();
    return shape;
  }

  private static double theta(JsonConfig config) {
    JsonNode newer = config.at("rope_parameters").path("rope_theta");
    return newer.isNumber() && newer.doubleValue() > 0
        ? newer.doubleValue()
        : config.positive("rope_theta", DEFAULT_THETA);
  }

  private static void refuseUnsupported(JsonConfig config) {
    if (config.has("hidden_act") && !config.at("hidden_act").asText().equals("silu")) {
      config.problem(
          "hidden_act must be \"silu\", got " + JsonConfig.shown(config.at("hidden_act")));
    }
    for (String key : new String[] {"use_sliding_window", "attention_bias", "mlp_bias"}) {
      if (config.flag(key)) {
        config.problem(key + " must be false, got true");
      }
    }
    for (String key : new String[] {"rope_scaling", "rope_parameters"}) {
      JsonNode rope = config.at(key);
      String type = rope.path("rope_type").asText(rope.path("type").asText("default"));
      if (!type.equals("default")) {
        config.problem(key + " must be of type default, got " + rope);
      }
    }
  }
}
