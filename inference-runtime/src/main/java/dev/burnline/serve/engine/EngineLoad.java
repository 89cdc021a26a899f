package dev.burnline.serve.engine;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How busy an engine is.
 *
 * @param running requests at work
 * @param waiting requests in the queue
 * @param cacheUsage share of the key-value budget that is reserved, 0 to 1
 * @param sinceLastStep time since the model last finished a step; zero while nothing runs
 * @param deviceFault what the device failed with; empty when a step has succeeded since
 */
public record EngineLoad(
    int running,
    int waiting,
    double cacheUsage,
    Duration sinceLastStep,
    Optional<String> deviceFault) {

  public EngineLoad {
    requireNonNull(sinceLastStep, "sinceLastStep is null");
    requireNonNull(deviceFault, "deviceFault is null");
  }
}
