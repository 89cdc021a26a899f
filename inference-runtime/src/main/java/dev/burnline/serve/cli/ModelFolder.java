package dev.burnline.serve.cli;

import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.engine.batch.BatchingEngine;
import dev.burnline.serve.engine.batch.EngineSettings;
import dev.burnline.serve.model.LanguageModel;
import dev.burnline.serve.model.ModelDescription;
import dev.burnline.serve.model.ModelException;
import dev.burnline.serve.settings.ServeSettings;
import dev.burnline.serve.torch.LibTorchException;
import dev.burnline.serve.torch.LoadOptions;
import dev.burnline.serve.torch.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Loads a model from its folder. */
final class ModelFolder implements ModelSource {

  /** Set by the launcher to the folder of the project. */
  private static final String HOME = "burnline.home";

  private static final String BUILT_IN = "inference-runtime/demo-model";

  @Override
  public String name(ServeSettings settings) throws StartException {
    Path folder = folder(settings);
    if (!Files.isDirectory(folder)) {
      throw unreadable("--model: '%s' is not a folder".formatted(folder));
    }
    if (!Files.isReadable(folder.resolve("config.json"))) {
      throw unreadable(
          "--model: '%s' has no config.json, so it is not a model in Hugging Face's form"
              .formatted(folder));
    }
    return settings
        .modelName()
        .orElseGet(() -> String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
  }

  @Override
  public TextEngine load(ServeSettings settings) throws StartException {
    ServeSettings.EngineSettings asked = settings.engine();
    Path folder = folder(settings);
    try {
      LanguageModel model =
          ModelLoader.load(
              folder,
              new LoadOptions(
                  LoadOptions.Dtype.valueOf(asked.dtype().toUpperCase(Locale.ROOT)),
                  asked.threads(),
                  LoadOptions.DEFAULT.progress()));
      return BatchingEngine.start(
          new NamedModel(name(settings), model), limits(asked, model.description()));
    } catch (LibTorchException e) {
      throw new StartException(ExitCode.WRONG_USAGE, e.getMessage());
    } catch (ModelException e) {
      throw unreadable("--model: '%s': %s".formatted(folder, e.getMessage()));
    } catch (IOException e) {
      throw unreadable(
          "--model: '%s' cannot be read: %s %s"
              .formatted(folder, e.getClass().getSimpleName(), e.getMessage()));
    }
  }

  private static EngineSettings limits(ServeSettings.EngineSettings asked, ModelDescription model) {
    EngineSettings limits =
        EngineSettings.forModel(model, asked.maxBatch()).withQueueLength(asked.queueLength());
    return asked.cacheMib() == 0 ? limits : limits.withCacheBytes(asked.cacheMib() << 20, model);
  }

  private static StartException unreadable(String message) {
    return new StartException(ExitCode.UNREADABLE_MODEL, message);
  }

  private static Path folder(ServeSettings settings) {
    return settings
        .model()
        .orElseGet(() -> Path.of(System.getProperty(HOME, ".")).resolve(BUILT_IN));
  }
}
