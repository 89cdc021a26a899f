package dev.burnline.serve.http;

import dev.burnline.serve.engine.GenerationRequest;
import dev.burnline.serve.engine.Sampling;
import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.model.ModelDescription;
import dev.burnline.serve.model.SamplingDefaults;
import dev.burnline.serve.settings.Limits;

/** Turns what a client asks for into what the engine is asked for. */
final class Preparation {

  private final Limits limits;

  Preparation(Limits limits) {
    this.limits = limits;
  }

  Ask.Encoded encode(Ask.Prompting prompt, TextEngine engine) throws ApiException {
    int longest = longest(engine.model());
    if (prompt.leastTokens(engine.codec(), longest) > longest) {
      throw tooLong("the prompt has more than the %d tokens that are possible".formatted(longest));
    }
    Ask.Encoded encoded = prompt.encode(engine.codec());
    if (encoded.tokens().size() == 0) {
      throw ApiException.invalid("prompt", "the prompt is empty");
    }
    return encoded;
  }

  GenerationRequest request(Ask ask, Ask.Encoded prompt, ModelDescription model)
      throws ApiException {
    int size = prompt.tokens().size();
    int longest = longest(model);
    if (size > longest) {
      throw tooLong(
          "the prompt has %d tokens, and at most %d are possible".formatted(size, longest));
    }
    int room = model.contextTokens() - size;
    int maxTokens = ask.maxTokens().orElse(Math.min(limits.defaultMaxTokens(), room));
    if (maxTokens > room) {
      throw tooLong(
          "the prompt's %d tokens and max_tokens of %d exceed the context of %d tokens"
              .formatted(size, maxTokens, model.contextTokens()));
    }
    SamplingDefaults defaults = model.defaults();
    return new GenerationRequest(
        prompt.tokens(),
        maxTokens,
        new Sampling(
            ask.temperature().orElse(Math.min(2, defaults.temperature())),
            ask.topP().orElse(defaults.topP()),
            ask.topK().orElse(defaults.topK()),
            ask.repetitionPenalty().orElse(defaults.repetitionPenalty()),
            ask.seed().orElse(null)),
        ask.stops(),
        prompt.reasoning(),
        limits.queueTime(),
        limits.generationTime());
  }

  private int longest(ModelDescription model) {
    return Math.min(limits.maxPromptTokens(), model.contextTokens() - 1);
  }

  private static ApiException tooLong(String message) {
    return new ApiException(
        ApiError.of(400, ErrorType.CONTEXT_LENGTH, message).withCode("context_length_exceeded"));
  }
}
