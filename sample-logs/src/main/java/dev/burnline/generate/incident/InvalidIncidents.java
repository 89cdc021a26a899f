package dev.burnline.generate.incident;

import java.util.List;

/** A schedule that cannot be used, with all that is wrong in it. */
public final class InvalidIncidents extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidIncidents(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
