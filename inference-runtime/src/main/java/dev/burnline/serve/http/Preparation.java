package dev.burnline.serve.http;

import dev.burnline.serve.engine.GenerationRequest;
import dev.burnline.serve.engine.GenerationRequest.Reasoning;
import dev.burnline.serve.engine.Sampling;
import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.model.ChatPrompt;
import dev.burnline.serve.model.ModelDescription;
import dev.burnline.serve.model.SamplingDefaults;
import dev.burnline.serve.model.Tokens;
import dev.burnline.serve.settings.Limits;

/** Turns what a client asks for into what the engine is asked for. */
final class Preparation {

  private final Limits limits;

  Preparation(Limits limits) {
    this.limits = limits;
  }

  /** A prompt as tokens, and what {@code <think>} means in its answer. */
  record Encoded(Tokens tokens, Reasoning reasoning) {}

  Encoded encode(Ask.Prompting prompt, TextEngine engine) throws ApiException {
    int longest = longest(engine.model());
    int least =
        prompt instanceof Ask.Chat chat
            ? engine.codec().leastTokens(chat.messages(), longest)
            : engine.codec().leastTokens(prompt.text(), longest);
    if (least > longest) {
      throw tooLong("the prompt has more than the %d tokens that are possible".formatted(longest));
    }
    Encoded encoded;
    if (prompt instanceof Ask.Chat chat) {
      ChatPrompt tokens = engine.codec().encodeChat(chat.messages());
      encoded =
          new Encoded(
              tokens.tokens(),
              tokens.opensReasoning() ? Reasoning.APART_FROM_START : Reasoning.APART);
    } else {
      encoded = new Encoded(engine.codec().encode(prompt.text()), Reasoning.AS_TEXT);
    }
    if (encoded.tokens().size() == 0) {
      throw ApiException.invalid("prompt", "the prompt is empty");
    }
    return encoded;
  }

  GenerationRequest request(Ask ask, Encoded prompt, ModelDescription model) throws ApiException {
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
