package dev.burnline.serve.demo.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forward pass of a Qwen2 network over whole rows, in operations that autograd follows. B rows
 * of T tokens; H is the width of the residual stream, D that of one head, K the key-value heads, G
 * the query heads of each.
 *
 * <p>Constants are arrays and never Java numbers: an operator with a number keeps a Java buffer
 * that autograd still reads after it was collected. In every operation the array that belongs to
 * the step stands on the left, since the result belongs to the manager of the left one.
 */
final class Network {

  private final NetworkShape shape;
  private final Weights weights;
  private final NDManager manager;
  private final NDArray epsilon;
  private final NDArray scale;
  private final Map<Integer, Positions> positions = new HashMap<>();

  /**
   * Creates a network.
   *
   * @param manager owns the constants
   */
  Network(NDManager manager, NetworkShape shape, Weights weights) {
    this.manager = manager;
    this.shape = shape;
    this.weights = weights;
    this.epsilon = manager.create((float) shape.normEpsilon());
    this.scale = manager.create((float) (1 / Math.sqrt(shape.headWidth())));
  }

  /**
   * Returns the logarithm of the probability of every token after every token.
   *
   * @param tokens {@code [B, T]}, 64-bit integers; its manager owns the result
   * @return {@code [B, T, vocabulary]}
   */
  NDArray logProbabilities(NDArray tokens) {
    int length = (int) tokens.getShape().get(1);
    Positions at = positions.computeIfAbsent(length, n -> Positions.of(manager, shape, n));
    NDArray embedding = weights.of("model.embed_tokens.weight");
    NDArray stream =
        tokens.getNDArrayInternal().embedding(tokens, embedding, SparseFormat.DENSE).head();
    for (int layer = 0; layer < shape.layers(); layer++) {
      String prefix = "model.layers." + layer + ".";
      stream = stream.add(attention(norm(stream, prefix + "input_layernorm"), prefix, at));
      stream = stream.add(swiGlu(norm(stream, prefix + "post_attention_layernorm"), prefix));
    }
    return linear(norm(stream, "model.norm"), embedding, null).logSoftmax(-1);
  }

  /** Takes and returns {@code [B, T, H]}. */
  private NDArray attention(NDArray x, String prefix, Positions at) {
    long rows = x.getShape().get(0);
    long length = x.getShape().get(1);
    int width = shape.headWidth();
    int group = shape.groupSize();
    int keyValue = shape.keyValueHeads();
    Shape grouped = new Shape(rows, keyValue, group * length, width);
    // The queries of a group stand one after the other, so keys and values need no copies.
    NDArray queries = turned(projected(x, prefix + "self_attn.q_proj", shape.heads()), at);
    queries = queries.transpose(0, 2, 1, 3).reshape(grouped).mul(scale);
    NDArray keys = turned(projected(x, prefix + "self_attn.k_proj", keyValue), at);
    NDArray values = projected(x, prefix + "self_attn.v_proj", keyValue).transpose(0, 2, 1, 3);
    NDArray seen = queries.matMul(keys.transpose(0, 2, 3, 1)).add(at.mask()).softmax(-1);
    NDArray mixed =
        seen.matMul(values)
            .reshape(rows, shape.heads(), length, width)
            .transpose(0, 2, 1, 3)
            .reshape(rows, length, shape.hidden());
    return linear(mixed, weights.of(prefix + "self_attn.o_proj.weight"), null);
  }

  /** Returns {@code [B, T, heads, D]}. */
  private NDArray projected(NDArray x, String name, int heads) {
    Shape each = new Shape(x.getShape().get(0), x.getShape().get(1), heads, shape.headWidth());
    return linear(x, weights.of(name + ".weight"), weights.of(name + ".bias")).reshape(each);
  }

  /** Turns each head by its position (RoPE); takes and returns {@code [B, T, heads, D]}. */
  private static NDArray turned(NDArray x, Positions at) {
    return x.mul(at.cosines()).add(x.matMul(at.turn()).mul(at.sines()));
  }

  private NDArray swiGlu(NDArray x, String prefix) {
    NDArray gate = linear(x, weights.of(prefix + "mlp.gate_proj.weight"), null);
    NDArray up = linear(x, weights.of(prefix + "mlp.up_proj.weight"), null);
    NDArray opened = gate.mul(gate.getNDArrayInternal().sigmoid()).mul(up);
    return linear(opened, weights.of(prefix + "mlp.down_proj.weight"), null);
  }

  /** RMSNorm over the last axis. */
  private NDArray norm(NDArray x, String name) {
    NDArray size = x.mul(x).mean(new int[] {-1}, true).add(epsilon).sqrt();
    return x.div(size).mul(weights.of(name + ".weight"));
  }

  private static NDArray linear(NDArray x, NDArray weight, @Nullable NDArray bias) {
    return x.getNDArrayInternal().linear(x, weight, bias).head();
  }
}
