package dev.burnline.serve.torch;

import dev.burnline.serve.weights.StoredTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which tensors a network consists of, by the names of Hugging Face. */
final class TensorNames {

  static final String EMBEDDING = "model.embed_tokens.weight";
  static final String LAST_NORM = "model.norm.weight";
  static final String HEAD = "lm_head.weight";

  private TensorNames() {}

  static String layer(int layer, String part) {
    return "model.layers." + layer + "." + part;
  }

  /** Returns all names, each with its shape. */
  static Map<String, List<Long>> shapes(NetworkShape shape) {
    long hidden = shape.hidden();
    long vocabulary = shape.vocabulary();
    long inner = shape.feedForward();
    long queries = (long) shape.heads() * shape.headSize();
    long keys = (long) shape.groups() * shape.headSize();
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    shapes.put(EMBEDDING, List.of(vocabulary, hidden));
    shapes.put(LAST_NORM, List.of(hidden));
    if (!shape.tiedHead()) {
      shapes.put(HEAD, List.of(vocabulary, hidden));
    }
    for (int i = 0; i < shape.layers(); i++) {
      shapes.put(layer(i, "input_layernorm.weight"), List.of(hidden));
      shapes.put(layer(i, "self_attn.q_proj.weight"), List.of(queries, hidden));
      shapes.put(layer(i, "self_attn.k_proj.weight"), List.of(keys, hidden));
      shapes.put(layer(i, "self_attn.v_proj.weight"), List.of(keys, hidden));
      if (shape.biases()) {
        shapes.put(layer(i, "self_attn.q_proj.bias"), List.of(queries));
        shapes.put(layer(i, "self_attn.k_proj.bias"), List.of(keys));
        shapes.put(layer(i, "self_attn.v_proj.bias"), List.of(keys));
      }
      shapes.put(layer(i, "self_attn.o_proj.weight"), List.of(hidden, queries));
      shapes.put(layer(i, "post_attention_layernorm.weight"), List.of(hidden));
      shapes.put(layer(i, "mlp.gate_proj.weight"), List.of(inner, hidden));
      shapes.put(layer(i, "mlp.up_proj.weight"), List.of(inner, hidden));
      shapes.put(layer(i, "mlp.down_proj.weight"), List.of(hidden, inner));
    }
    return shapes;
  }

  /**
   * Returns what is missing or of another shape, each with its name; further tensors do no harm.
   */
  static List<String> problems(NetworkShape shape, Map<String, StoredTensor> tensors) {
    List<String> problems = new ArrayList<>();
    shapes(shape)
        .forEach(
            (name, expected) -> {
              StoredTensor tensor = tensors.get(name);
              if (tensor == null) {
                problems.add("tensor '" + name + "' is missing");
              } else if (!tensor.shape().equals(expected)) {
                problems.add(
                    "tensor '%s': shape must be %s by config.json, got %s"
                        .formatted(name, expected, tensor.shape()));
              }
            });
    return problems;
  }
}
