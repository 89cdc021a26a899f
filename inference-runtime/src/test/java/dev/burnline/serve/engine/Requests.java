package dev.burnline.serve.engine;

import dev.burnline.serve.engine.GenerationRequest.Reasoning;
import dev.burnline.serve.model.Tokens;
import java.time.Duration;
import java.util.List;

/** Requests to a {@link FakeModel}. */
public final class Requests {

  /** Greedy decoding. */
  public static final Sampling GREEDY = new Sampling(0, 1, 0, 1, null);

  private Requests() {}

  /** Returns a request for a plain answer of at most 1000 tokens, in an hour. */
  public static GenerationRequest asking(String prompt) {
    return new GenerationRequest(
        new FakeCodec().encode(prompt),
        1000,
        GREEDY,
        List.of(),
        Reasoning.AS_TEXT,
        Duration.ofHours(1),
        Duration.ofHours(1));
  }

  /** Returns a request with another prompt. */
  public static GenerationRequest with(GenerationRequest it, Tokens prompt) {
    return new GenerationRequest(
        prompt,
        it.maxTokens(),
        it.sampling(),
        it.stops(),
        it.reasoning(),
        it.queueTimeout(),
        it.generationTimeout());
  }

  /** Returns a request for at most so many tokens. */
  public static GenerationRequest with(GenerationRequest it, int maxTokens) {
    return new GenerationRequest(
        it.promptTokens(),
        maxTokens,
        it.sampling(),
        it.stops(),
        it.reasoning(),
        it.queueTimeout(),
        it.generationTimeout());
  }

  /** Returns a request with these stop strings and this meaning of the tags. */
  public static GenerationRequest with(GenerationRequest it, Reasoning reasoning, String... stops) {
    return new GenerationRequest(
        it.promptTokens(),
        it.maxTokens(),
        it.sampling(),
        List.of(stops),
        reasoning,
        it.queueTimeout(),
        it.generationTimeout());
  }

  /** Returns a request with these time-outs. */
  public static GenerationRequest with(
      GenerationRequest it, Duration queueTimeout, Duration generationTimeout) {
    return new GenerationRequest(
        it.promptTokens(),
        it.maxTokens(),
        it.sampling(),
        it.stops(),
        it.reasoning(),
        queueTimeout,
        generationTimeout);
  }
}
