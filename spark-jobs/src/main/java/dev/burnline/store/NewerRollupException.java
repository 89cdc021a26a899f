package dev.burnline.store;

import java.io.IOException;

/** A rollup was written by a later version of Burnline; nothing may be guessed about it. */
public final class NewerRollupException extends IOException {

  private static final long serialVersionUID = 1L;

  NewerRollupException(String name, String version, int known) {
    super(
        "rollup %s has format version %s, this Burnline reads up to %d: use the version that wrote it"
            .formatted(name, version, known));
  }
}
