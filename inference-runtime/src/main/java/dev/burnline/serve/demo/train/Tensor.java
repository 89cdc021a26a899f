package dev.burnline.serve.demo.train;

/** Numbers in rows, the last axis innermost. */
public final class Tensor {

  private final long[] shape;
  private final float[] values;

  Tensor(long[] shape, float[] values) {
    this.shape = shape.clone();
    this.values = values;
  }

  /** Returns the length of each axis. */
  public long[] shape() {
    return shape.clone();
  }

  /** Returns the numbers; the caller must not change them. */
  public float[] values() {
    return values;
  }
}
