package dev.burnline.serve.engine;

import java.time.Duration;

/**
 * How busy an engine is.
 *
 * @param running requests at work
 * @param waiting requests in the queue
 * @param cacheUsage share of the key-value budget that is reserved, 0 to 1
 * @param sinceLastStep time since the model last finished a step; zero while nothing runs
 */
public record EngineLoad(int running, int waiting, double cacheUsage, Duration sinceLastStep) {}
