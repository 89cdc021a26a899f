package dev.burnline.serve.torch;

import ai.djl.engine.EngineException;
import dev.burnline.serve.model.DeviceFaultException;
import dev.burnline.serve.model.DeviceOutOfMemoryException;
import dev.burnline.serve.model.ModelException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Tells an engine's errors apart by their text, which is all that it gives. */
final class DeviceErrors {

  private static final List<String> NO_MEMORY =
      List.of(
          "out of memory",
          "can't allocate memory",
          "not enough memory",
          "std::bad_alloc",
          "cublas_status_alloc_failed",
          "cudnn_status_alloc_failed");

  private static final List<String> FAULT =
      List.of("cuda error", "cuda driver", "cublas_status", "cudnn_status", "device-side assert");

  private DeviceErrors() {}

  static ModelException of(EngineException error) {
    String message = Objects.requireNonNullElse(error.getMessage(), "the engine failed");
    String text = message.toLowerCase(Locale.ROOT);
    String cause = cause(message);
    if (NO_MEMORY.stream().anyMatch(text::contains)) {
      return new DeviceOutOfMemoryException(cause, error);
    }
    if (FAULT.stream().anyMatch(text::contains)) {
      return new DeviceFaultException(cause, error);
    }
    return new ModelException(cause, error);
  }

  /** An error within TorchScript tells of its source first; the cause follows this word. */
  private static String cause(String message) {
    int start = message.lastIndexOf("RuntimeError: ");
    String cause = start < 0 ? message : message.substring(start + "RuntimeError: ".length());
    return cause.strip().lines().findFirst().orElse(message);
  }
}
