package dev.burnline.serve.torch;

import ai.djl.pytorch.engine.PtNDManager;
import dev.burnline.serve.model.Step;
import dev.burnline.serve.model.Tokens;
import dev.burnline.serve.weights.TensorType;
import dev.burnline.serve.weights.WeightsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A random model as the module runs it. */
record LoadedNetwork(Torch torch, Network network) implements AutoCloseable {

  /** Loads a folder with one thread, since the cores of a build machine are shared. */
  static LoadedNetwork open(Path folder, TensorType type) throws IOException {
    WeightsFolder weights = WeightsFolder.open(folder);
    Torch torch = Torch.start(1);
    NetworkShape shape = NetworkShape.read(folder);
    return new LoadedNetwork(
        torch,
        new Network(
            torch, shape, WeightsOnDevice.load(torch, shape, weights, type, (done, total) -> {})));
  }

  PtNDManager scope() {
    return (PtNDManager) torch.manager().newSubManager();
  }

  /** Returns the logits after these tokens, read in these pieces. */
  float[] logits(Tokens tokens, int... pieces) {
    try (TorchSequence sequence = network.open(tokens.size())) {
      float[] logits = {};
      int from = 0;
      for (int piece : pieces) {
        logits = network.step(List.of(new Step(sequence, tokens.slice(from, from + piece)))).get(0);
        from += piece;
      }
      return logits;
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
