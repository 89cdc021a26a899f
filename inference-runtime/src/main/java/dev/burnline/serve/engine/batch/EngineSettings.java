package dev.burnline.serve.engine.batch;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.engine.repetition.RepetitionRule;
import dev.burnline.serve.model.ModelDescription;

/**
 * Limits of an engine.
 *
 * @param slots most requests at work at a time, at least 1
 * @param queueLength most requests that wait, at least 0
 * @param cacheTokens the key-value budget: most tokens that all requests at work together reserve,
 *     prompt and most output of each, at least 2
 * @param prefillTokens most prompt tokens that are read in one round, at least 1; while they are,
 *     the others' tokens wait
 * @param mostOvertakes how many later requests may enter before one that still has no room in the
 *     key-value budget, at least 0
 * @param repetition when an answer is ended since it repeats itself
 */
public record EngineSettings(
    int slots,
    int queueLength,
    long cacheTokens,
    int prefillTokens,
    int mostOvertakes,
    RepetitionRule repetition) {

  private static final long DEFAULT_CACHE_BYTES = 2L << 30;

  public EngineSettings {
    atLeast(1, slots, "slots");
    atLeast(0, queueLength, "queueLength");
    atLeast(2, cacheTokens, "cacheTokens");
    atLeast(1, prefillTokens, "prefillTokens");
    atLeast(0, mostOvertakes, "mostOvertakes");
    requireNonNull(repetition, "repetition is null");
  }

  /**
   * Returns the defaults for a model: 8 slots, 64 waiting, 2 GiB of key-value cache but no more
   * than the slots can use, 256 prompt tokens in a round, 8 overtakes.
   */
  public static EngineSettings forModel(ModelDescription model) {
    return forModel(model, 8);
  }

  /** Returns the defaults for a model with so many slots. */
  public static EngineSettings forModel(ModelDescription model, int slots) {
    return new EngineSettings(
            slots, 64, 2, 256, 8, RepetitionRule.forContext(model.contextTokens()))
        .withCacheBytes(DEFAULT_CACHE_BYTES, model);
  }

  /** Returns these settings with another number of slots. */
  public EngineSettings withSlots(int newSlots) {
    return new EngineSettings(
        newSlots, queueLength, cacheTokens, prefillTokens, mostOvertakes, repetition);
  }

  /** Returns these settings with another length of the queue. */
  public EngineSettings withQueueLength(int newQueueLength) {
    return new EngineSettings(
        slots, newQueueLength, cacheTokens, prefillTokens, mostOvertakes, repetition);
  }

  /** Returns these settings with another key-value budget in tokens. */
  public EngineSettings withCacheTokens(long newCacheTokens) {
    return new EngineSettings(
        slots, queueLength, newCacheTokens, prefillTokens, mostOvertakes, repetition);
  }

  /**
   * Returns these settings with a key-value budget of so much memory, but no more than the slots
   * can use: {@link Long#MAX_VALUE} is what they can use.
   */
  public EngineSettings withCacheBytes(long bytes, ModelDescription model) {
    long affordable = bytes / Math.max(1, model.cacheBytesPerToken());
    long usable = (long) slots * model.contextTokens();
    return withCacheTokens(Math.max(2, Math.min(affordable, usable)));
  }

  /** Returns these settings with another bound of the prompt tokens read in one round. */
  public EngineSettings withPrefillTokens(int newPrefillTokens) {
    return new EngineSettings(
        slots, queueLength, cacheTokens, newPrefillTokens, mostOvertakes, repetition);
  }

  /** Returns these settings with another bound of overtakes. */
  public EngineSettings withMostOvertakes(int newMostOvertakes) {
    return new EngineSettings(
        slots, queueLength, cacheTokens, prefillTokens, newMostOvertakes, repetition);
  }

  /** Returns these settings with another rule of repetition. */
  public EngineSettings withRepetition(RepetitionRule newRepetition) {
    return new EngineSettings(
        slots, queueLength, cacheTokens, prefillTokens, mostOvertakes, newRepetition);
  }

  private static void atLeast(long least, long value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
    }
  }
}
