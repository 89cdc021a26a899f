package dev.burnline.serve.weights;

/** The 16-bit floating-point format that is the upper half of IEEE single precision. */
public final class Bfloat16 {

  private static final int QUIET = 0x40;

  private Bfloat16() {}

  /** Returns the nearest value, ties to even; NaN stays NaN. */
  public static short of(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) ((bits >>> 16) | QUIET);
    }
    return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
  }

  /** Returns the same value in single precision. */
  public static float toFloat(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
