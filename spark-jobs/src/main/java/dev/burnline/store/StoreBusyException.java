package dev.burnline.store;

import java.io.IOException;
import java.time.Duration;

/** Another run uses the store, and takes longer than this one was willing to wait. */
public final class StoreBusyException extends IOException {

  private static final long serialVersionUID = 1L;

  StoreBusyException(String folder, Duration patience) {
    super(
        "another run is using the store %s; gave up after %d s"
            .formatted(folder, patience.toSeconds()));
  }
}
