package dev.burnline.serve.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.List;

/** The network in plain operations on arrays, single precision, a whole sequence at once. */
final class ArrayForward {

  private final RandomModel model;
  private final NetworkShape shape;
  private final NDManager manager;

  ArrayForward(RandomModel model, NDManager manager) {
    this.model = model;
    this.shape = model.shape();
    this.manager = manager;
  }

  /** Returns the logits after the last token. */
  float[] logits(int... ids) {
    NDArray x = weight(TensorNames.EMBEDDING).get(manager.create(ids));
    for (int layer = 0; layer < shape.layers(); layer++) {
      NDArray h = norm(x, TensorNames.layer(layer, "input_layernorm.weight"));
      x = x.add(attention(h, layer));
      h = norm(x, TensorNames.layer(layer, "post_attention_layernorm.weight"));
      NDArray gate = linear(h, TensorNames.layer(layer, "mlp.gate_proj"));
      NDArray up = linear(h, TensorNames.layer(layer, "mlp.up_proj"));
      x =
          x.add(
              linear(
                  Activation.sigmoid(gate).mul(gate).mul(up),
                  TensorNames.layer(layer, "mlp.down_proj")));
    }
    NDArray last = norm(x, TensorNames.LAST_NORM).get(new NDIndex("-1:"));
    return linear(last, shape.tiedHead() ? "model.embed_tokens" : "lm_head").toFloatArray();
  }

  private NDArray attention(NDArray h, int layer) {
    long tokens = h.getShape().get(0);
    NDArray query = rotated(heads(linear(h, part(layer, "q_proj")), shape.heads()));
    NDArray key = repeated(rotated(heads(linear(h, part(layer, "k_proj")), shape.groups())));
    NDArray value = repeated(heads(linear(h, part(layer, "v_proj")), shape.groups()));
    NDArray scores = query.matMul(key.transpose(0, 2, 1)).div((float) Math.sqrt(shape.headSize()));
    NDArray steps = manager.arange((int) tokens);
    NDArray later = steps.reshape(1, tokens).gt(steps.reshape(tokens, 1));
    NDArray masked = scores.add(later.toType(scores.getDataType(), false).mul(-1e9f));
    return linear(
        masked.softmax(-1).matMul(value).transpose(1, 0, 2).reshape(tokens, -1),
        part(layer, "o_proj"));
  }

  private NDArray heads(NDArray x, int count) {
    return x.reshape(-1, count, shape.headSize()).transpose(1, 0, 2);
  }

  private NDArray repeated(NDArray groups) {
    return groups.repeat(0, shape.heads() / shape.groups());
  }

  private NDArray rotated(NDArray x) {
    int tokens = (int) x.getShape().get(1);
    int half = shape.headSize() / 2;
    float[] cos = new float[tokens * half];
    float[] sin = new float[tokens * half];
    for (int t = 0; t < tokens; t++) {
      for (int i = 0; i < half; i++) {
        double angle = t * Math.pow(shape.theta(), -2.0 * i / shape.headSize());
        cos[t * half + i] = (float) Math.cos(angle);
        sin[t * half + i] = (float) Math.sin(angle);
      }
    }
    NDArray c = manager.create(cos, new Shape(1, tokens, half));
    NDArray s = manager.create(sin, new Shape(1, tokens, half));
    NDList halves = x.split(2, 2);
    NDArray a = halves.get(0);
    NDArray b = halves.get(1);
    return a.mul(c).sub(b.mul(s)).concat(b.mul(c).add(a.mul(s)), 2);
  }

  private NDArray norm(NDArray x, String name) {
    NDArray scale = x.square().mean(new int[] {-1}, true).add((float) shape.eps()).sqrt();
    return x.div(scale).mul(weight(name));
  }

  private NDArray linear(NDArray x, String name) {
    NDArray product = x.matMul(weight(name + ".weight").transpose());
    return model.weights().containsKey(name + ".bias")
        ? product.add(weight(name + ".bias"))
        : product;
  }

  private NDArray weight(String name) {
    List<Long> dims = TensorNames.shapes(shape).get(name);
    return manager.create(
        model.weights().get(name), new Shape(dims.stream().mapToLong(Long::longValue).toArray()));
  }

  private static String part(int layer, String name) {
    return TensorNames.layer(layer, "self_attn." + name);
  }
}
