package dev.burnline.serve.demo.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** The weights of a network by their Hugging Face names; each lives as long as its manager. */
final class Weights {

  /** Standard deviation of the first values of the embedding. */
  private static final double EMBEDDING = 0.05;

  private final NDManager manager;
  private final Random random;
  private final Map<String, NDArray> byName = new LinkedHashMap<>();

  /** Draws the first values of a network. */
  Weights(NDManager manager, NetworkShape shape, long seed) {
    this.manager = manager;
    this.random = new Random(seed);
    int hidden = shape.hidden();
    int keyValue = shape.keyValueHeads() * shape.headWidth();
    // What is added to the residual stream starts smaller, the more is added (GPT-2).
    double residual = 1 / Math.sqrt(2.0 * shape.layers());
    matrix("model.embed_tokens.weight", shape.vocabulary(), hidden, EMBEDDING);
    for (int layer = 0; layer < shape.layers(); layer++) {
      String prefix = "model.layers." + layer + ".";
      vector(prefix + "input_layernorm.weight", hidden, 1);
      matrix(prefix + "self_attn.q_proj.weight", hidden, hidden, 1 / Math.sqrt(hidden));
      vector(prefix + "self_attn.q_proj.bias", hidden, 0);
      matrix(prefix + "self_attn.k_proj.weight", keyValue, hidden, 1 / Math.sqrt(hidden));
      vector(prefix + "self_attn.k_proj.bias", keyValue, 0);
      matrix(prefix + "self_attn.v_proj.weight", keyValue, hidden, 1 / Math.sqrt(hidden));
      vector(prefix + "self_attn.v_proj.bias", keyValue, 0);
      matrix(prefix + "self_attn.o_proj.weight", hidden, hidden, residual / Math.sqrt(hidden));
      vector(prefix + "post_attention_layernorm.weight", hidden, 1);
      matrix(prefix + "mlp.gate_proj.weight", shape.feedForward(), hidden, 1 / Math.sqrt(hidden));
      matrix(prefix + "mlp.up_proj.weight", shape.feedForward(), hidden, 1 / Math.sqrt(hidden));
      matrix(
          prefix + "mlp.down_proj.weight",
          hidden,
          shape.feedForward(),
          residual / Math.sqrt(shape.feedForward()));
    }
    vector("model.norm.weight", hidden, 1);
  }

  /** Returns a weight, {@code [out, in]} or {@code [width]}. */
  NDArray of(String name) {
    NDArray weight = byName.get(name);
    if (weight == null) {
      throw new IllegalArgumentException("no weight is named '" + name + "'");
    }
    return weight;
  }

  /** Returns all of them in the order of the network. */
  Map<String, NDArray> all() {
    return byName;
  }

  private void matrix(String name, int rows, int columns, double deviation) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    add(name, values, new Shape(rows, columns));
  }

  private void vector(String name, int width, float value) {
    float[] values = new float[width];
    java.util.Arrays.fill(values, value);
    add(name, values, new Shape(width));
  }

  private void add(String name, float[] values, Shape shape) {
    NDArray weight = manager.create(values, shape);
    weight.setRequiresGradient(true);
    byName.put(name, weight);
  }
}
