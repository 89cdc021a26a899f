package dev.burnline.generate;

import java.util.Locale;

/** Names of machines. */
final class Hosts {

  private Hosts() {}

  /** Returns the name of the machine of this number, from 0; a folder name as well. */
  static String name(int number) {
    return String.format(Locale.ROOT, "gpu-node-%02d", number + 1);
  }
}
