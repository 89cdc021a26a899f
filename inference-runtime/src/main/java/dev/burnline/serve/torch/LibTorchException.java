package dev.burnline.serve.torch;

import ai.djl.engine.EngineException;

/** What the environment says of the PyTorch library cannot be used; no model is at fault. */
public final class LibTorchException extends EngineException {

  private static final long serialVersionUID = 1;

  LibTorchException(String message) {
    super(message);
  }
}
