package dev.burnline.generate.line;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.Job;
import java.util.UUID;

/** Names of boots and requests. */
final class Ids {

  private static final long REQUEST = 0x7265_7175_6573_74L;

  private Ids() {}

  /** Draws a UUID of version 4. */
  static String uuid(Draws draws) {
    long high = (draws.bits() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
    long low = (draws.bits() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  /** Returns the bits of a request's id. */
  static long request(Job job) {
    return Draws.seed(job.seed, REQUEST);
  }
}
