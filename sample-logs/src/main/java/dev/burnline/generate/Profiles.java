package dev.burnline.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.burnline.generate.server.Profile;
import dev.burnline.generate.traffic.Lengths;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How fast a service is: sized like a 1.5 B model, or like a 7 B model when its name says so. */
final class Profiles {

  private static final int FEWEST_SLOTS = 8;
  private static final double ROOM_FOR_BURSTS = 16;
  private static final int QUEUE_PER_SLOT = 8;

  private Profiles() {}

  /**
   * Returns the profile of one instance.
   *
   * @param requestsPerSecond its mean traffic
   * @param slots requests it runs at once; 0 to have enough for most bursts
   */
  static Profile of(String service, String host, double requestsPerSecond, int slots) {
    boolean large = service.contains("7B") || service.contains("8B");
    double tokenMicros = large ? 19_000 : 12_500;
    double busy = requestsPerSecond * Lengths.MEAN_OUTPUT_TOKENS * tokenMicros / 1e6;
    int enough = Math.max(FEWEST_SLOTS, (int) Math.ceil(busy * ROOM_FOR_BURSTS));
    int used = slots > 0 ? slots : enough;
    return new Profile(
        service,
        host + ":8000",
        sha256(service),
        used,
        used * QUEUE_PER_SLOT,
        large ? 3_500 : 9_000,
        tokenMicros,
        large ? 19_456 : 15_210);
  }

  /** Stands for the hash of the weights. */
  private static String sha256(String service) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(service.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
