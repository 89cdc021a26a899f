package dev.burnline.serve.torch;

import ai.djl.pytorch.engine.PtNDArray;
import dev.burnline.serve.model.Sequence;

/** A cache of shape {@code [layers, 2, key-value heads, capacity, head size]}. */
final class TorchSequence implements Sequence {

  private final Network network;
  private final PtNDArray cache;
  private final int capacity;
  private int length;

  TorchSequence(Network network, PtNDArray cache, int capacity) {
    this.network = network;
    this.cache = cache;
    this.capacity = capacity;
  }

  Network network() {
    return network;
  }

  PtNDArray cache() {
    return cache;
  }

  void grow(int tokens) {
    length += tokens;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public void close() {
    cache.close();
  }
}
