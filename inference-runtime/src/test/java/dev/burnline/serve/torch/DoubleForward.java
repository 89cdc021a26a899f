package dev.burnline.serve.torch;

import java.util.Map;

/**
 * The network written from its definition in double precision, one token after the other, with
 * nothing but loops.
 */
final class DoubleForward {

  private final Map<String, float[]> weights;
  private final NetworkShape shape;

  DoubleForward(RandomModel model) {
    this.weights = model.weights();
    this.shape = model.shape();
  }

  /** Returns the logits after each token: {@code [tokens][vocabulary]}. */
  double[][] logits(int... ids) {
    int hidden = shape.hidden();
    double[][] stream = new double[ids.length][hidden];
    float[] embedding = weights.get("model.embed_tokens.weight");
    for (int t = 0; t < ids.length; t++) {
      for (int i = 0; i < hidden; i++) {
        stream[t][i] = embedding[ids[t] * hidden + i];
      }
    }
    for (int layer = 0; layer < shape.layers(); layer++) {
      String prefix = "model.layers." + layer + ".";
      attention(prefix, stream);
      for (double[] x : stream) {
        double[] h = norm(x, prefix + "post_attention_layernorm.weight");
        double[] gate = linear(h, prefix + "mlp.gate_proj", shape.feedForward());
        double[] up = linear(h, prefix + "mlp.up_proj", shape.feedForward());
        for (int i = 0; i < gate.length; i++) {
          gate[i] = gate[i] / (1 + Math.exp(-gate[i])) * up[i];
        }
        add(x, linear(gate, prefix + "mlp.down_proj", hidden));
      }
    }
    double[][] logits = new double[ids.length][];
    String head = shape.tiedHead() ? "model.embed_tokens" : "lm_head";
    for (int t = 0; t < ids.length; t++) {
      logits[t] = linear(norm(stream[t], "model.norm.weight"), head, shape.vocabulary());
    }
    return logits;
  }

  private void attention(String prefix, double[][] stream) {
    int size = shape.headSize();
    int tokens = stream.length;
    double[][] queries = new double[tokens][];
    double[][] keys = new double[tokens][];
    double[][] values = new double[tokens][];
    for (int t = 0; t < tokens; t++) {
      double[] h = norm(stream[t], prefix + "input_layernorm.weight");
      queries[t] = rotated(linear(h, prefix + "self_attn.q_proj", shape.heads() * size), t);
      keys[t] = rotated(linear(h, prefix + "self_attn.k_proj", shape.groups() * size), t);
      values[t] = linear(h, prefix + "self_attn.v_proj", shape.groups() * size);
    }
    for (int t = 0; t < tokens; t++) {
      double[] out = new double[shape.heads() * size];
      for (int head = 0; head < shape.heads(); head++) {
        int from = head * size;
        int group = head / (shape.heads() / shape.groups()) * size;
        double[] share = new double[t + 1];
        double sum = 0;
        for (int s = 0; s <= t; s++) {
          double dot = 0;
          for (int i = 0; i < size; i++) {
            dot += queries[t][from + i] * keys[s][group + i];
          }
          share[s] = Math.exp(dot / Math.sqrt(size));
          sum += share[s];
        }
        for (int s = 0; s <= t; s++) {
          for (int i = 0; i < size; i++) {
            out[from + i] += share[s] / sum * values[s][group + i];
          }
        }
      }
      add(stream[t], linear(out, prefix + "self_attn.o_proj", shape.hidden()));
    }
  }

  private double[] rotated(double[] heads, int position) {
    int size = shape.headSize();
    double[] out = new double[heads.length];
    for (int start = 0; start < heads.length; start += size) {
      for (int i = 0; i < size / 2; i++) {
        double angle = position * Math.pow(shape.theta(), -2.0 * i / size);
        double a = heads[start + i];
        double b = heads[start + i + size / 2];
        out[start + i] = a * Math.cos(angle) - b * Math.sin(angle);
        out[start + i + size / 2] = b * Math.cos(angle) + a * Math.sin(angle);
      }
    }
    return out;
  }

  private double[] norm(double[] x, String name) {
    float[] weight = weights.get(name);
    double squares = 0;
    for (double value : x) {
      squares += value * value;
    }
    double scale = 1 / Math.sqrt(squares / x.length + shape.eps());
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = x[i] * scale * weight[i];
    }
    return out;
  }

  private double[] linear(double[] x, String name, int rows) {
    float[] weight = weights.get(name + ".weight");
    float[] bias = weights.get(name + ".bias");
    double[] out = new double[rows];
    for (int row = 0; row < rows; row++) {
      double sum = bias == null ? 0 : bias[row];
      int start = row * x.length;
      for (int i = 0; i < x.length; i++) {
        sum += weight[start + i] * x[i];
      }
      out[row] = sum;
    }
    return out;
  }

  private static void add(double[] x, double[] more) {
    for (int i = 0; i < x.length; i++) {
      x[i] += more[i];
    }
  }
}
