package dev.burnline.generate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a service writes. */
enum LineFormat {
  /** Every event of the contract. */
  CONTRACT,
  /** The smallest request line. */
  MINIMAL;

  static Optional<LineFormat> of(String text) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
