package dev.burnline.serve.engine;

import dev.burnline.serve.model.LanguageModel;
import dev.burnline.serve.model.ModelDescription;
import dev.burnline.serve.model.SamplingDefaults;
import dev.burnline.serve.model.Sequence;
import dev.burnline.serve.model.Step;
import dev.burnline.serve.model.TextCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * A model whose answer to each prompt is given, and which is strict about how it is used: one
 * thread at a time, each sequence once in a step, within its capacity, never after it was closed or
 * after a step with it failed. What goes wrong in use is thrown, and remembered in {@link #misuse}.
 */
public final class FakeModel implements LanguageModel {

  private final FakeCodec codec = new FakeCodec();
  private final Function<String, String> answers;
  private final int contextTokens;
  private final AtomicBoolean inUse = new AtomicBoolean();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger steps = new AtomicInteger();
  private final AtomicInteger cachesFreed = new AtomicInteger();
  private final List<String> misuse = new ArrayList<>();
  private volatile float[][] logits = logits(50);
  private volatile Consumer<List<Step>> onStep = step -> {};
  private volatile IntConsumer onOpen = capacity -> {};
  private volatile Runnable onFreeCaches = () -> {};

  /** Returns a model with a context of 4096 tokens that answers each prompt like this. */
  public FakeModel(Function<String, String> answers) {
    this(4096, answers);
  }

  /** Returns a model with this context that answers each prompt like this. */
  public FakeModel(int contextTokens, Function<String, String> answers) {
    this.contextTokens = contextTokens;
    this.answers = answers;
  }

  /** Sets the logit of each answer's next token; all others are 0. At first it is 50. */
  public void certainty(float logit) {
    logits = logits(logit);
  }

  private static float[][] logits(float logit) {
    float[][] logits = new float[FakeCodec.VOCABULARY][FakeCodec.VOCABULARY];
    for (int id = 0; id < logits.length; id++) {
      logits[id][id] = logit;
    }
    return logits;
  }

  /** Does this before every step; what it throws, the step throws. */
  public void onStep(Consumer<List<Step>> newOnStep) {
    onStep = newOnStep;
  }

  /** Does this with the capacity before every sequence is opened. */
  public void onOpen(IntConsumer newOnOpen) {
    onOpen = newOnOpen;
  }

  /** Does this when caches are to be freed. */
  public void onFreeCaches(Runnable newOnFreeCaches) {
    onFreeCaches = newOnFreeCaches;
  }

  /** Returns how many sequences are open. */
  public int openSequences() {
    return open.get();
  }

  /** Returns how many steps were asked for. */
  public int steps() {
    return steps.get();
  }

  /** Returns how often the caches were freed. */
  public int cachesFreed() {
    return cachesFreed.get();
  }

  /** Returns how it was used wrongly. */
  public synchronized List<String> misuse() {
    return List.copyOf(misuse);
  }

  /** Returns the prompt of a sequence, as far as it was read. */
  public static String promptOf(Sequence sequence) {
    return ((FakeSequence) sequence).prompt();
  }

  @Override
  public ModelDescription description() {
    return new ModelDescription(
        "fake",
        "0".repeat(64),
        0,
        "float32",
        "cpu",
        contextTokens,
        FakeCodec.VOCABULARY,
        1024,
        SamplingDefaults.GREEDY);
  }

  @Override
  public TextCodec codec() {
    return codec;
  }

  @Override
  public Sequence open(int capacityTokens) {
    return alone(
        () -> {
          require(
              capacityTokens >= 1 && capacityTokens <= contextTokens,
              "capacity " + capacityTokens + " of a context of " + contextTokens);
          onOpen.accept(capacityTokens);
          open.incrementAndGet();
          return new FakeSequence(capacityTokens, answers, open::decrementAndGet);
        });
  }

  @Override
  public List<float[]> step(List<Step> wanted) {
    return alone(
        () -> {
          steps.incrementAndGet();
          Set<Sequence> sequences = new HashSet<>();
          for (Step step : wanted) {
            FakeSequence sequence = (FakeSequence) step.sequence();
            require(sequences.add(sequence), "a sequence is twice in a step");
            require(sequence.usable(), "a closed or undefined sequence is in a step");
            require(
                sequence.length() + step.tokens().size() <= sequence.capacity(),
                "over the capacity of " + sequence.capacity());
          }
          try {
            onStep.accept(wanted);
          } catch (RuntimeException | Error e) {
            sequences.forEach(sequence -> ((FakeSequence) sequence).spoil());
            throw e;
          }
          List<float[]> answered = new ArrayList<>();
          for (Step step : wanted) {
            FakeSequence sequence = (FakeSequence) step.sequence();
            sequence.append(step.tokens());
            answered.add(logits[sequence.nextToken()]);
          }
          return answered;
        });
  }

  @Override
  public void freeCaches() {
    cachesFreed.incrementAndGet();
    onFreeCaches.run();
  }

  @Override
  public void close() {}

  private synchronized void require(boolean condition, String otherwise) {
    if (!condition) {
      misuse.add(otherwise);
      throw new IllegalStateException(otherwise);
    }
  }

  private <T> T alone(Supplier<T> work) {
    require(inUse.compareAndSet(false, true), "two threads use the model");
    try {
      return work.get();
    } finally {
      inUse.set(false);
    }
  }
}
