package dev.burnline.generate.traffic;

import dev.burnline.generate.chance.Draws;

/**
 * Token lengths with the tails of {@link TraceShape}, moved from code completion to chat: prompts a
 * quarter as long, answers six times as long. Ratios between quantiles stay those of the trace.
 */
public final class Lengths {

  private static final double INPUT_SCALE = 0.25;
  private static final double OUTPUT_SCALE = 6;

  /** Mean tokens of an answer, for sizing a server. */
  public static final double MEAN_OUTPUT_TOKENS = 27.9 * OUTPUT_SCALE;

  private Lengths() {}

  /** Draws the tokens of a prompt, 4 to 1 860. */
  public static int inputTokens(Draws draws) {
    return Math.max(4, (int) (TraceShape.CONTEXT_TOKENS.at(draws.unit()) * INPUT_SCALE));
  }

  /** Draws the tokens that an answer would have without a limit, 24 to 11 400. */
  public static int outputTokens(Draws draws) {
    double tokens = TraceShape.GENERATED_TOKENS.at(draws.unit()) * OUTPUT_SCALE;
    return (int) (tokens * draws.between(0.7, 1.3));
  }
}
