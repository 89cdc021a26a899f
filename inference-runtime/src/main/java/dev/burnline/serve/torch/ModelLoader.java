package dev.burnline.serve.torch;

import ai.djl.engine.EngineException;
import dev.burnline.serve.model.LanguageModel;
import dev.burnline.serve.model.ModelDescription;
import dev.burnline.serve.model.ModelException;
import dev.burnline.serve.model.TextCodec;
import dev.burnline.serve.text.Codecs;
import dev.burnline.serve.weights.StoredTensor;
import dev.burnline.serve.weights.TensorType;
import dev.burnline.serve.weights.WeightsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Loads models. */
public final class ModelLoader {

  private static final double NANOS_PER_MILLI = 1e6;

  private ModelLoader() {}

  /**
   * Loads the model of a folder in Hugging Face's format onto the first GPU, or the CPU when there
   * is none. The weights are summed meanwhile.
   *
   * @throws ModelException when a file is missing, damaged or asks for what is not supported; the
   *     message names the file and the value
   * @throws LibTorchException when the environment says what cannot be of the PyTorch library
   * @throws IOException when a file cannot be read
   */
  public static LanguageModel load(Path folder, LoadOptions options) throws IOException {
    long start = System.nanoTime();
    NetworkShape shape = NetworkShape.read(folder);
    GenerationConfig generation = GenerationConfig.read(folder);
    WeightsFolder weights = WeightsFolder.open(folder);
    CompletableFuture<String> sum = sum(weights);
    TextCodec codec = Codecs.load(folder, shape.vocabulary(), generation.endTokens());
    Torch torch = Torch.start(options.threads());
    try {
      TensorType type =
          WeightsOnDevice.typeInMemory(storedType(weights), options.dtype(), torch.onGpu());
      Network network =
          new Network(
              torch, shape, WeightsOnDevice.load(torch, shape, weights, type, options.progress()));
      String sha256 = join(sum);
      // A mapped file counts as the process's memory until its buffer is collected.
      System.gc();
      ModelDescription description =
          new ModelDescription(
              name(folder),
              sha256,
              (System.nanoTime() - start) / NANOS_PER_MILLI,
              type.label(),
              torch.deviceName(),
              shape.contextTokens(),
              shape.vocabulary(),
              Network.cacheBytesPerToken(shape, type.bytes()),
              generation.defaults());
      return new TorchModel(network, description, codec);
    } catch (EngineException e) {
      torch.close();
      throw DeviceErrors.of(e);
    } catch (IOException | RuntimeException e) {
      torch.close();
      throw e;
    }
  }

  private static CompletableFuture<String> sum(WeightsFolder weights) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return weights.sha256();
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
  }

  private static String join(CompletableFuture<String> sum) throws IOException {
    try {
      return sum.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      if (e.getCause() instanceof ModelException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Returns the type of the embedding, which is that of all in published models. */
  private static TensorType storedType(WeightsFolder weights) {
    StoredTensor embedding = weights.tensors().get(TensorNames.EMBEDDING);
    return embedding == null ? TensorType.F32 : embedding.type();
  }

  private static String name(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "model" : name.toString();
  }
}
