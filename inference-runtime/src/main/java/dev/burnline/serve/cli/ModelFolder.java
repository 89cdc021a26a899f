package dev.burnline.serve.cli;

import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.settings.ServeSettings;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads a model from its folder. */
final class ModelFolder implements ModelSource {

  /** Set by the launcher to the folder of the project. */
  private static final String HOME = "burnline.home";

  private static final String BUILT_IN = "inference-runtime/demo-model";

  @Override
  public String name(ServeSettings settings) throws StartException {
    Path folder = folder(settings);
    if (!Files.isDirectory(folder)) {
      throw new StartException(
          ExitCode.UNREADABLE_MODEL, "--model: '%s' is not a folder".formatted(folder));
    }
    if (!Files.isReadable(folder.resolve("config.json"))) {
      throw new StartException(
          ExitCode.UNREADABLE_MODEL,
          "--model: '%s' has no config.json, so it is not a model in Hugging Face's form"
              .formatted(folder));
    }
    return settings
        .modelName()
        .orElseGet(() -> folder.toAbsolutePath().normalize().getFileName().toString());
  }

  @Override
  public TextEngine load(ServeSettings settings) throws StartException {
    throw new StartException(ExitCode.FAILED, "no engine");
  }

  private static Path folder(ServeSettings settings) {
    return settings
        .model()
        .orElseGet(() -> Path.of(System.getProperty(HOME, ".")).resolve(BUILT_IN));
  }
}
