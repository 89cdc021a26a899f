package dev.burnline.store;

import static java.util.Objects.requireNonNull;

import dev.burnline.rollup.Extent;
import java.io.Serializable;
import java.net.URI;

/** A rollup file of the store and what it covers. */
public record StoredRollup(URI uri, Extent extent) implements Serializable {

  public StoredRollup {
    requireNonNull(uri, "uri is null");
    requireNonNull(extent, "extent is null");
  }
}
