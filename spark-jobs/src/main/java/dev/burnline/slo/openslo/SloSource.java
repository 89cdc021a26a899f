package dev.burnline.slo.openslo;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A file of SLO documents as it was read; small enough to ship to where it is parsed again.
 *
 * @param name the path as it was given, for messages
 * @param text the whole content
 */
public record SloSource(String name, String text) implements Serializable {

  public SloSource {
    requireNonNull(name, "name is null");
    requireNonNull(text, "text is null");
  }
}
