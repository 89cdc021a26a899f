package dev.burnline.serve.cli;

import dev.burnline.serve.model.LanguageModel;
import dev.burnline.serve.model.ModelDescription;
import dev.burnline.serve.model.Sequence;
import dev.burnline.serve.model.Step;
import dev.burnline.serve.model.TextCodec;
import java.util.List;

/** A model under another name. */
final class NamedModel implements LanguageModel {

  private final LanguageModel model;
  private final ModelDescription description;

  NamedModel(String name, LanguageModel model) {
    ModelDescription own = model.description();
    this.model = model;
    this.description =
        new ModelDescription(
            name,
            own.weightsSha256(),
            own.loadMillis(),
            own.dtype(),
            own.device(),
            own.contextTokens(),
            own.vocabulary(),
            own.cacheBytesPerToken(),
            own.defaults());
  }

  @Override
  public ModelDescription description() {
    return description;
  }

  @Override
  public TextCodec codec() {
    return model.codec();
  }

  @Override
  public Sequence open(int capacityTokens) {
    return model.open(capacityTokens);
  }

  @Override
  public List<float[]> step(List<Step> steps) {
    return model.step(steps);
  }

  @Override
  public void freeCaches() {
    model.freeCaches();
  }

  @Override
  public void close() {
    model.close();
  }
}
