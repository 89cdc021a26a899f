package dev.burnline.serve.torch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.util.Utils;
import java.util.Optional;

/** PyTorch, started once for the process. */
public final class TorchEngine {

  static final String NAME = "PyTorch";

  private TorchEngine() {}

  /**
   * Starts PyTorch if it is not, with the library that the operator brings or else the one that
   * comes along. Nothing is fetched and nothing reported, whatever the environment says.
   *
   * @throws LibTorchException when the environment says something that no library can be
   * @throws EngineException when no library can be loaded
   */
  public static Engine start() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    Optional<LibTorch> brought = broughtLibrary();
    String flavor = Utils.getEnvOrSystemProperty(LibTorch.FLAVOR);
    if (brought.isPresent() && flavor != null && flavor.isBlank()) {
      throw new LibTorchException(
          LibTorch.FLAVOR
              + (flavor.isEmpty() ? " is empty" : " is blank")
              + ": unset it, or say cpu or cu128");
    }
    brought
        .flatMap(library -> library.untoldFlavor(Utils::getEnvOrSystemProperty))
        .ifPresent(untold -> System.setProperty(LibTorch.FLAVOR, untold));
    return Engine.getEngine(NAME);
  }

  /** Returns the library that the operator brings; empty for the one that comes along. */
  static Optional<LibTorch> broughtLibrary() {
    return LibTorch.of(Utils::getEnvOrSystemProperty);
  }
}
