package dev.burnline.serve.engine.batch;

import dev.burnline.serve.engine.GenerationEnd;
import dev.burnline.serve.engine.GenerationRequest;
import dev.burnline.serve.model.ModelDescription;
import java.util.Optional;

/** Whether a request can ever be worked on, and how many tokens it may take. */
final class Admission {

  private final int contextTokens;
  private final int vocabulary;
  private final long cacheTokens;

  Admission(ModelDescription model, long cacheTokens) {
    this.contextTokens = model.contextTokens();
    this.vocabulary = model.vocabulary();
    this.cacheTokens = cacheTokens;
  }

  /** Returns why a request is ended at once, or nothing when it may enter the queue. */
  Optional<GenerationEnd> refusal(GenerationRequest request) {
    int prompt = request.promptTokens().size();
    if (prompt >= contextTokens) {
      return Optional.of(Ends.tooLong(prompt, contextTokens, "context"));
    }
    if (prompt >= cacheTokens) {
      return Optional.of(Ends.tooLong(prompt, cacheTokens, "key-value cache"));
    }
    for (int i = 0; i < prompt; i++) {
      int id = request.promptTokens().id(i);
      if (id >= vocabulary) {
        return Optional.of(
            Ends.engineError(
                new IllegalArgumentException(
                    "token %d of the prompt is %d, the vocabulary has %d"
                        .formatted(i, id, vocabulary))));
      }
    }
    return Optional.empty();
  }

  /** Returns the most output tokens: what is asked for, cut to what context and budget leave. */
  int mostOutput(GenerationRequest request) {
    int prompt = request.promptTokens().size();
    long room = Math.min(contextTokens, cacheTokens) - prompt;
    return (int) Math.min(request.maxTokens(), room);
  }

  /** Returns what a request reserves of the key-value budget, in tokens. */
  long reservation(GenerationRequest request) {
    return (long) request.promptTokens().size() + mostOutput(request);
  }
}
