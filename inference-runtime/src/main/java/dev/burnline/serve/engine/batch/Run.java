package dev.burnline.serve.engine.batch;

import dev.burnline.serve.engine.GenerationEnd.Completed;
import dev.burnline.serve.engine.GenerationRequest;
import dev.burnline.serve.engine.answer.AnswerText;
import dev.burnline.serve.engine.repetition.RepetitionRule;
import dev.burnline.serve.engine.repetition.RepetitionWatch;
import dev.burnline.serve.engine.sampling.SamplerMemory;
import dev.burnline.serve.engine.sampling.TokenSampler;
import dev.burnline.serve.event.FinishReason;
import dev.burnline.serve.model.LanguageModel;
import dev.burnline.serve.model.Sequence;
import dev.burnline.serve.model.StreamDecoder;
import dev.burnline.serve.model.TextCodec;
import dev.burnline.serve.model.Tokens;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request at work: its tokens, how many of them its sequence holds, and its answer so far. The
 * sequence can be lost and made again from the tokens at any time; nobody outside notices.
 */
final class Run {

  private static final Logger LOG = LoggerFactory.getLogger(Run.class);

  private final Ticket ticket;
  private final int mostOutput;
  private final Set<Integer> endTokens;
  private final TokenSampler sampler;
  private final StreamDecoder decoder;
  private final AnswerText answer;
  private final RepetitionWatch watch;
  private final TokenRow tokens;
  private final int promptTokens;
  private @Nullable Sequence sequence;
  private int fed;

  Run(
      Ticket ticket,
      int mostOutput,
      TextCodec codec,
      SamplerMemory memory,
      RepetitionRule repetition) {
    GenerationRequest request = ticket.request();
    this.ticket = ticket;
    this.mostOutput = mostOutput;
    this.endTokens = codec.endTokens();
    this.sampler = new TokenSampler(request.sampling(), request.promptTokens(), memory);
    this.decoder = codec.newDecoder();
    this.answer =
        new AnswerText(
            request.reasoning(),
            request.stops(),
            (part, text) -> ticket.tell(listener -> listener.text(part, text)));
    this.watch = new RepetitionWatch(repetition);
    this.tokens = new TokenRow(request.promptTokens());
    this.promptTokens = request.promptTokens().size();
  }

  Ticket ticket() {
    return ticket;
  }

  /** Returns how many tokens of the key-value budget it holds. */
  int reservedTokens() {
    return promptTokens + mostOutput;
  }

  /** Returns how many tokens the model has not read yet, at least 1. */
  int unread() {
    return tokens.size() - fed;
  }

  /** Returns whether only the token chosen last is unread. */
  boolean decodes() {
    return fed > 0 && unread() == 1;
  }

  /** Returns the sequence, opened when there is none. */
  Sequence sequence(LanguageModel model) {
    Sequence open = sequence;
    if (open == null) {
      open = model.open(reservedTokens());
      sequence = open;
    }
    return open;
  }

  /** Returns the next tokens to read. */
  Tokens unread(int count) {
    return tokens.slice(fed, fed + count);
  }

  /** Frees the sequence; what it held is unread again. */
  void dropSequence() {
    Sequence open = sequence;
    sequence = null;
    fed = 0;
    if (open != null) {
      try {
        open.close();
      } catch (Throwable e) {
        LOG.warn("a sequence could not be freed", e);
      }
    }
  }

  /**
   * Hears that the model read some tokens; when all are read, these logits choose the next.
   *
   * @param atNanos when the step was done
   */
  void hasRead(int count, float[] logits, long atNanos) {
    fed += count;
    if (fed < tokens.size() || ticket.hasEnded()) {
      return;
    }
    try {
      choose(logits, atNanos);
    } catch (Throwable e) {
      ticket.end(Ends.engineError(e));
      LOG.warn("a request fails at its token {}", tokens.size() - promptTokens + 1, e);
    }
  }

  private void choose(float[] logits, long atNanos) {
    int token = sampler.next(logits);
    tokens.add(token);
    ticket.tell(listener -> listener.token(atNanos));
    boolean repeats = watch.add(token);
    if (endTokens.contains(token)) {
      finish(FinishReason.STOP);
    } else if (answer.accept(decoder.next(token))) {
      finish(FinishReason.STOP);
    } else if (repeats) {
      finish(FinishReason.REPETITION);
    } else if (outputTokens() >= mostOutput) {
      finish(FinishReason.LENGTH);
    }
  }

  private int outputTokens() {
    return tokens.size() - promptTokens;
  }

  private void finish(FinishReason reason) {
    boolean stopped = answer.accept(decoder.end());
    stopped |= answer.end();
    ticket.end(new Completed(stopped ? FinishReason.STOP : reason, outputTokens(), watch.ratio()));
  }
}
