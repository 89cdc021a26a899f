package dev.burnline.serve.torch;

import dev.burnline.serve.model.LanguageModel;
import dev.burnline.serve.model.ModelDescription;
import dev.burnline.serve.model.Sequence;
import dev.burnline.serve.model.Step;
import dev.burnline.serve.model.TextCodec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A network with its tokenizer; lets nothing through that the device could stumble over. */
final class TorchModel implements LanguageModel {

  private final Network network;
  private final ModelDescription description;
  private final TextCodec codec;

  TorchModel(Network network, ModelDescription description, TextCodec codec) {
    this.network = network;
    this.description = description;
    this.codec = codec;
  }

  @Override
  public ModelDescription description() {
    return description;
  }

  @Override
  public TextCodec codec() {
    return codec;
  }

  @Override
  public Sequence open(int capacityTokens) {
    if (capacityTokens < 1 || capacityTokens > description.contextTokens()) {
      throw new IllegalArgumentException(
          "capacityTokens must be in 1..%d, got %d"
              .formatted(description.contextTokens(), capacityTokens));
    }
    return Torch.guarded(() -> network.open(capacityTokens));
  }

  @Override
  public List<float[]> step(List<Step> steps) {
    check(steps);
    return Torch.guarded(() -> network.step(steps));
  }

  private void check(List<Step> steps) {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("steps must not be empty");
    }
    Set<Sequence> sequences = new HashSet<>();
    for (Step step : steps) {
      Sequence sequence = step.sequence();
      if (!(sequence instanceof TorchSequence own) || own.network() != network) {
        throw new IllegalArgumentException("a sequence is not of this model");
      }
      if (!sequences.add(sequence)) {
        throw new IllegalArgumentException("a sequence is in two steps");
      }
      if (step.tokens().size() > sequence.capacity() - sequence.length()) {
        throw new IllegalArgumentException(
            "a sequence has room for %d of %d tokens, got %d more"
                .formatted(
                    sequence.capacity() - sequence.length(),
                    sequence.capacity(),
                    step.tokens().size()));
      }
      step.tokens().stream()
          .filter(id -> id >= description.vocabulary())
          .findFirst()
          .ifPresent(
              id -> {
                throw new IllegalArgumentException(
                    "a token id must be below %d, got %d".formatted(description.vocabulary(), id));
              });
    }
  }

  @Override
  public void freeCaches() {
    network.freeCaches();
  }

  @Override
  public void close() {
    network.close();
  }
}
