package dev.burnline.serve.weights;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Supplier;

/**
 * A tensor to be written.
 *
 * @param name for example {@code model.layers.0.mlp.up_proj.weight}
 * @param type of its elements
 * @param shape lengths of its axes, each at least 1
 * @param bytes makes the little-endian elements in row-major order, between position and limit;
 *     called once, when the tensor is written
 */
public record NamedTensor(
    String name, TensorType type, List<Long> shape, Supplier<ByteBuffer> bytes) {

  public NamedTensor {
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
    shape = List.copyOf(shape);
    requireNonNull(bytes, "bytes is null");
    for (long length : shape) {
      if (length < 1) {
        throw new IllegalArgumentException(
            "tensor '" + name + "': shape must be positive, got " + shape);
      }
    }
  }

  /** Returns a tensor of these values in single precision. */
  public static NamedTensor float32(String name, List<Long> shape, float[] values) {
    return of(name, TensorType.F32, shape, values);
  }

  /** Returns a tensor of these values, each rounded to the nearest bfloat16. */
  public static NamedTensor bfloat16(String name, List<Long> shape, float[] values) {
    return of(name, TensorType.BF16, shape, values);
  }

  /** Returns the number of bytes of its elements. */
  public long byteLength() {
    long bytes = type.bytes();
    for (long length : shape) {
      bytes = Math.multiplyExact(bytes, length);
    }
    return bytes;
  }

  private static NamedTensor of(String name, TensorType type, List<Long> shape, float[] values) {
    NamedTensor tensor = new NamedTensor(name, type, shape, () -> encode(type, values));
    if (tensor.byteLength() != (long) type.bytes() * values.length) {
      throw new IllegalArgumentException(
          "tensor '" + name + "': shape " + shape + " does not hold " + values.length + " values");
    }
    return tensor;
  }

  private static ByteBuffer encode(TensorType type, float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(type.bytes(), values.length))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      if (type == TensorType.BF16) {
        bytes.putShort(Bfloat16.of(value));
      } else {
        bytes.putFloat(value);
      }
    }
    return bytes.flip();
  }
}
