package dev.burnline.serve.demo;

import dev.burnline.serve.weights.Bfloat16;
import dev.burnline.serve.weights.StoredTensor;
import dev.burnline.serve.weights.TensorType;
import dev.burnline.serve.weights.WeightsException;
import dev.burnline.serve.weights.WeightsFolder;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the weights of a demo model to go on from. */
final class EarlierModel {

  private EarlierModel() {}

  /** Returns the commands that made a model, as its README says; none when it has no README. */
  static List<String> commands(Path folder) throws IOException {
    Path readme = folder.resolve(StagedFolder.README);
    if (!Files.exists(readme)) {
      return List.of();
    }
    return Files.readAllLines(readme).stream()
        .filter(line -> line.startsWith(ModelCard.COMMAND_INDENT + TrainDemo.NAME))
        .map(String::strip)
        .toList();
  }

  /**
   * Returns the numbers of each weight by its name.
   *
   * @throws IllegalArgumentException when the folder holds no whole model of this command
   */
  static Map<String, float[]> read(Path folder) throws IOException {
    Map<String, float[]> weights = new LinkedHashMap<>();
    try {
      WeightsFolder stored = WeightsFolder.open(folder);
      stored.sha256();
      for (StoredTensor tensor : stored.tensors().values()) {
        if (tensor.type() != TensorType.BF16) {
          throw new IllegalArgumentException("'" + folder + "' is not a demo model");
        }
        ShortBuffer bits = stored.map(tensor).asShortBuffer();
        float[] values = new float[bits.remaining()];
        for (int i = 0; i < values.length; i++) {
          values[i] = Bfloat16.toFloat(bits.get(i));
        }
        weights.put(tensor.name(), values);
      }
    } catch (WeightsException e) {
      throw new IllegalArgumentException("--from: " + e.getMessage(), e);
    }
    return weights;
  }
}
