package dev.burnline.serve.demo.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * The constants of rows of one length: rotary embedding and causal mask.
 *
 * @param cosines {@code [1, length, 1, head width]}
 * @param sines {@code [1, length, 1, head width]}
 * @param turn {@code [head width, head width]}: a row times this has its halves swapped, the new
 *     first half negated
 * @param mask {@code [group · length, length]}: 0 where a query may look, a large negative number
 *     elsewhere; once for each query head of a group
 */
record Positions(NDArray cosines, NDArray sines, NDArray turn, NDArray mask) {

  /** Low enough to be 0 after softmax, far enough from infinity for its gradient. */
  private static final float HIDDEN = -1e9f;

  static Positions of(NDManager manager, NetworkShape shape, int length) {
    int width = shape.headWidth();
    int half = width / 2;
    float[] cosines = new float[length * width];
    float[] sines = new float[length * width];
    for (int position = 0; position < length; position++) {
      for (int i = 0; i < width; i++) {
        double angle = position * Math.pow(shape.ropeTheta(), -2.0 * (i % half) / width);
        cosines[position * width + i] = (float) Math.cos(angle);
        sines[position * width + i] = (float) Math.sin(angle);
      }
    }
    float[] turn = new float[width * width];
    for (int i = 0; i < half; i++) {
      turn[(i + half) * width + i] = -1;
      turn[i * width + i + half] = 1;
    }
    float[] mask = new float[shape.groupSize() * length * length];
    for (int query = 0; query < shape.groupSize() * length; query++) {
      Arrays.fill(mask, query * length + query % length + 1, (query + 1) * length, HIDDEN);
    }
    Shape rotary = new Shape(1, length, 1, width);
    return new Positions(
        manager.create(cosines, rotary),
        manager.create(sines, rotary),
        manager.create(turn, new Shape(width, width)),
        manager.create(mask, new Shape((long) shape.groupSize() * length, length)));
  }
}
