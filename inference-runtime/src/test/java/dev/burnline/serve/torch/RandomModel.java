package dev.burnline.serve.torch;

import dev.burnline.serve.weights.Bfloat16;
import dev.burnline.serve.weights.NamedTensor;
import dev.burnline.serve.weights.SafetensorsWriter;
import dev.burnline.serve.weights.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A model with random weights; the same seed gives the same model. */
record RandomModel(NetworkShape shape, TensorType type, Map<String, float[]> weights) {

  private static final double SPREAD = 1.5;

  /** A small shape with every feature: grouped heads, biases, a head of its own. */
  static NetworkShape smallQwen() {
    return new NetworkShape(97, 48, 80, 3, 6, 2, 8, 1e-6, 10_000, 256, false, true);
  }

  /** As small, without biases, with the embedding as head and heads of a size of their own. */
  static NetworkShape smallLlama() {
    return new NetworkShape(61, 32, 56, 2, 4, 4, 12, 1e-5, 500_000, 256, true, false);
  }

  /** DeepSeek-R1-Distill-Qwen-1.5B with fewer layers and a smaller vocabulary. */
  static NetworkShape realQwen(int layers, int vocabulary) {
    return new NetworkShape(
        vocabulary, 1536, 8960, layers, 12, 2, 128, 1e-6, 10_000, 131_072, false, true);
  }

  /** Returns a model whose values are exact in the type that they are written in. */
  static RandomModel of(NetworkShape shape, TensorType type, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, float[]> weights = new LinkedHashMap<>();
    TensorNames.shapes(shape)
        .forEach(
            (name, dims) -> {
              float[] values =
                  new float[Math.toIntExact(dims.stream().reduce(1L, Math::multiplyExact))];
              // A matrix keeps the size of what passes through it; norms are near 1.
              double spread =
                  dims.size() == 2 && !name.equals(TensorNames.EMBEDDING)
                      ? SPREAD / Math.sqrt(dims.get(1))
                      : 0.5;
              double centre = name.endsWith("norm.weight") ? 1 : 0;
              for (int i = 0; i < values.length; i++) {
                float value = (float) (centre + spread * (2 * random.nextDouble() - 1));
                values[i] = type == TensorType.BF16 ? Bfloat16.toFloat(Bfloat16.of(value)) : value;
              }
              weights.put(name, values);
            });
    return new RandomModel(shape, type, weights);
  }

  /** Writes config.json and the weights, in shards of at most so many bytes. */
  Path write(Path folder, long maxShardBytes) throws IOException {
    List<NamedTensor> tensors =
        TensorNames.shapes(shape).entrySet().stream()
            .map(
                entry ->
                    type == TensorType.BF16
                        ? NamedTensor.bfloat16(
                            entry.getKey(), entry.getValue(), weights.get(entry.getKey()))
                        : NamedTensor.float32(
                            entry.getKey(), entry.getValue(), weights.get(entry.getKey())))
            .toList();
    SafetensorsWriter.write(folder, tensors, maxShardBytes);
    writeConfig(folder, shape);
    return folder;
  }

  static void writeConfig(Path folder, NetworkShape shape) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"architectures": ["%s"], "hidden_act": "silu", "eos_token_id": 1,
         "vocab_size": %d, "hidden_size": %d, "intermediate_size": %d, "num_hidden_layers": %d,
         "num_attention_heads": %d, "num_key_value_heads": %d, "head_dim": %d,
         "rms_norm_eps": %s, "rope_theta": %s, "max_position_embeddings": %d,
         "tie_word_embeddings": %s}
        """
            .formatted(
                shape.biases() ? "Qwen2ForCausalLM" : "LlamaForCausalLM",
                shape.vocabulary(),
                shape.hidden(),
                shape.feedForward(),
                shape.layers(),
                shape.heads(),
                shape.groups(),
                shape.headSize(),
                shape.eps(),
                shape.theta(),
                shape.contextTokens(),
                shape.tiedHead()));
  }
}
