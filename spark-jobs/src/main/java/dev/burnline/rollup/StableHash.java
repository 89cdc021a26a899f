package dev.burnline.rollup;

import org.jspecify.annotations.Nullable;

/**
 * A 64-bit hash of texts that is the same in every version and on every machine: rollups keep the
 * values with the smallest ones.
 */
final class StableHash {

  private static final long PRIME = 0x100000001b3L;

  private StableHash() {}

  /** Returns the hash of several texts, which differs from that of the same text cut elsewhere. */
  static long of(@Nullable String... texts) {
    long hash = 0xcbf29ce484222325L;
    for (String text : texts) {
      hash = (hash ^ (text == null ? 0x1FFFF : 0xFFFF)) * PRIME;
      for (int i = 0; text != null && i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * PRIME;
      }
    }
    hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return hash ^ (hash >>> 32);
  }
}
