package dev.burnline.generate.server;

import static java.util.Objects.requireNonNull;

/**
 * What a server is and how fast.
 *
 * @param service name of the service, which is the model's name too
 * @param instance where it runs, host:port
 * @param modelSha256 hash of the right weights
 * @param slots requests that run at the same time, at least 1
 * @param queueLimit requests that wait at the most
 * @param prefillTokensPerSecond reading speed of one request alone
 * @param tokenMicros time for one token of one request alone
 * @param memoryMb GPU memory of the idle process, MiB
 */
public record Profile(
    String service,
    String instance,
    String modelSha256,
    int slots,
    int queueLimit,
    double prefillTokensPerSecond,
    double tokenMicros,
    int memoryMb) {

  /** Checks the ranges. */
  public Profile {
    requireNonNull(service, "service is null");
    requireNonNull(instance, "instance is null");
    requireNonNull(modelSha256, "modelSha256 is null");
    if (slots < 1 || queueLimit < 0 || prefillTokensPerSecond <= 0 || tokenMicros <= 0) {
      throw new IllegalArgumentException("profile of " + instance + " is out of range");
    }
  }
}
