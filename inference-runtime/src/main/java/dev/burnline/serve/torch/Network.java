package dev.burnline.serve.torch;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import dev.burnline.serve.model.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network with its weights.
 *
 * <p>The tokens of all sequences go through the linear layers as the rows of one matrix, so that a
 * weight is read once per pass, however many sequences there are; only the attention is per
 * sequence. Nothing is padded, and prompts and single tokens mix freely.
 */
final class Network implements AutoCloseable {

  private static final int FIXED_TENSORS = 3;

  private final Torch torch;
  private final NetworkShape shape;
  private final PtNDArray embedding;
  private final IValue weights;
  private final IValue sizes;
  private final IValue eps;
  private final IValue theta;

  Network(Torch torch, NetworkShape shape, List<PtNDArray> weights) {
    this.torch = torch;
    this.shape = shape;
    this.embedding = weights.get(0);
    this.weights = IValue.listFrom(weights.toArray(PtNDArray[]::new));
    int tensorsOfLayer = (weights.size() - FIXED_TENSORS) / shape.layers();
    this.sizes =
        IValue.listFrom(
            shape.layers(), shape.heads(), shape.groups(), shape.headSize(), tensorsOfLayer);
    this.eps = IValue.from(shape.eps());
    this.theta = IValue.from(shape.theta());
  }

  /** Reserves the cache of a sequence. */
  TorchSequence open(int capacity) {
    long[] dims = {shape.layers(), 2, shape.groups(), capacity, shape.headSize()};
    try (IValue like = IValue.from(embedding);
        IValue size = IValue.listFrom(dims)) {
      return new TorchSequence(this, torch.call(torch.manager(), "cache", like, size), capacity);
    }
  }

  /** Returns the logits after the last token of each step. */
  List<float[]> step(List<Step> steps) {
    int count = steps.size();
    PtNDArray[] caches = new PtNDArray[count];
    long[] lengths = new long[count];
    long[] pasts = new long[count];
    long[] ends = new long[count];
    int rows = steps.stream().mapToInt(step -> step.tokens().size()).sum();
    long[] ids = new long[rows];
    long[] positions = new long[rows];
    int row = 0;
    for (int i = 0; i < count; i++) {
      Step step = steps.get(i);
      TorchSequence sequence = (TorchSequence) step.sequence();
      caches[i] = sequence.cache();
      lengths[i] = step.tokens().size();
      pasts[i] = sequence.length();
      for (int j = 0; j < lengths[i]; j++) {
        ids[row] = step.tokens().id(j);
        positions[row++] = pasts[i] + j;
      }
      ends[i] = row - 1L;
    }
    float[] logits = run(caches, ids, positions, ends, lengths, pasts);
    steps.forEach(step -> ((TorchSequence) step.sequence()).grow(step.tokens().size()));
    if (count == 1) {
      return List.of(logits);
    }
    List<float[]> split = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      split.add(Arrays.copyOfRange(logits, i * shape.vocabulary(), (i + 1) * shape.vocabulary()));
    }
    return split;
  }

  private float[] run(
      PtNDArray[] caches, long[] ids, long[] positions, long[] ends, long[] lengths, long[] pasts) {
    try (PtNDManager scope = (PtNDManager) torch.manager().newSubManager();
        IValue cacheList = IValue.listFrom(caches);
        IValue idRow = IValue.from((PtNDArray) scope.create(ids));
        IValue positionRow = IValue.from((PtNDArray) scope.create(positions));
        IValue endRow = IValue.from((PtNDArray) scope.create(ends));
        IValue lengthList = IValue.listFrom(lengths);
        IValue pastList = IValue.listFrom(pasts)) {
      return torch
          .call(
              scope,
              "step",
              weights,
              cacheList,
              idRow,
              positionRow,
              endRow,
              lengthList,
              pastList,
              sizes,
              eps,
              theta)
          .toFloatArray();
    }
  }

  /** Gives cached device memory back. */
  void freeCaches() {
    if (torch.onGpu()) {
      JniUtils.emptyCudaCache();
    }
  }

  /** Returns the memory that one token of one sequence takes in the cache, in bytes. */
  static long cacheBytesPerToken(NetworkShape shape, int elementBytes) {
    return 2L * shape.layers() * shape.groups() * shape.headSize() * elementBytes;
  }

  @Override
  public void close() {
    weights.close();
    sizes.close();
    eps.close();
    theta.close();
    torch.close();
  }
}
