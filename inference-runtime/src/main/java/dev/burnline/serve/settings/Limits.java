package dev.burnline.serve.settings;

import java.time.Duration;
import java.util.Map;

/**
 * What a request may ask for and how long it may take.
 *
 * @param maxBodyBytes longest body
 * @param headerTime longest time that a client may take for the header of a request
 * @param bodyTime longest time that a client may take for its body
 * @param maxPromptTokens longest prompt
 * @param maxTokens most tokens that a request may ask for
 * @param defaultMaxTokens most tokens when a request does not say
 * @param queueTime longest wait in the queue
 * @param generationTime longest time that an answer may take
 * @param maxConnections most open connections
 * @param heartbeat how often a silent stream gets a comment line
 * @param wedgedAfter a step of the engine that takes longer is a wedged engine
 */
public record Limits(
    int maxBodyBytes,
    Duration headerTime,
    Duration bodyTime,
    int maxPromptTokens,
    int maxTokens,
    int defaultMaxTokens,
    Duration queueTime,
    Duration generationTime,
    int maxConnections,
    Duration heartbeat,
    Duration wedgedAfter) {

  /** The limits of a server that is told nothing. */
  public static final Limits DEFAULT = of(new Values(Map.of()));

  static Limits of(Values values) {
    int maxTokens = values.count(Setting.MAX_TOKENS);
    return new Limits(
        values.count(Setting.MAX_BODY_BYTES),
        values.seconds(Setting.HEADER_SECONDS),
        values.seconds(Setting.BODY_SECONDS),
        values.count(Setting.MAX_PROMPT_TOKENS),
        maxTokens,
        Math.min(maxTokens, values.count(Setting.DEFAULT_MAX_TOKENS)),
        values.seconds(Setting.QUEUE_SECONDS),
        values.seconds(Setting.GENERATION_SECONDS),
        values.count(Setting.MAX_CONNECTIONS),
        values.seconds(Setting.HEARTBEAT_SECONDS),
        values.seconds(Setting.WEDGED_SECONDS));
  }
}
