package dev.burnline.serve.weights;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a tensor lies on disk.
 *
 * @param name for example {@code model.norm.weight}
 * @param type of its elements
 * @param shape lengths of its axes, each at least 1
 * @param file which holds it
 * @param position of its first byte, from the file's beginning
 * @param byteLength number of its bytes
 */
public record StoredTensor(
    String name, TensorType type, List<Long> shape, Path file, long position, long byteLength) {

  public StoredTensor {
    shape = List.copyOf(shape);
  }
}
