package dev.burnline.serve.torch;

import dev.burnline.serve.text.TinyTokenizer;
import dev.burnline.serve.weights.TensorType;
import java.io.IOException;
import java.nio.file.Path;

/** A folder with a model that loads in no time and babbles. */
public final class TinyModel {

  private static final int VOCABULARY = TinyTokenizer.FIRST_ADDED + TinyTokenizer.DEEPSEEK.size();

  private TinyModel() {}

  /** Writes the folder: weights from a seed, a byte-level tokenizer with DeepSeek-R1's tokens. */
  public static Path write(Path folder) throws IOException {
    NetworkShape shape =
        new NetworkShape(VOCABULARY, 48, 80, 2, 6, 2, 8, 1e-6, 10_000, 256, false, true);
    RandomModel.of(shape, TensorType.F32, 1).write(folder, 1 << 20);
    return TinyTokenizer.write(folder, TinyTokenizer.DEEPSEEK);
  }
}
