package dev.burnline.serve.weights;

/** Element types of weights that can be read and written; little endian on disk. */
public enum TensorType {
  /** IEEE single precision. */
  F32(4, "float32"),
  /** IEEE half precision. */
  F16(2, "float16"),
  /** The upper half of {@link #F32}. */
  BF16(2, "bfloat16");

  private final int bytes;
  private final String label;

  TensorType(int bytes, String label) {
    this.bytes = bytes;
    this.label = label;
  }

  /** Returns the size of one element, in bytes. */
  public int bytes() {
    return bytes;
  }

  /** Returns the name that config.json and logs use, for example {@code bfloat16}. */
  public String label() {
    return label;
  }
}
