package dev.burnline.serve.model;

import java.util.List;

/**
 * A causal language model in the memory of a device. Used by one thread at a time.
 *
 * <p>Every method may throw a {@link ModelException}; {@link DeviceOutOfMemoryException} leaves the
 * model usable.
 */
public interface LanguageModel extends AutoCloseable {

  /** Returns what is loaded. */
  ModelDescription description();

  /** Returns the model's tokenizer and chat template; usable from any thread. */
  TextCodec codec();

  /**
   * Reserves the key-value cache of one empty sequence.
   *
   * @param capacityTokens most tokens it will hold, 1 to {@link ModelDescription#contextTokens}
   * @throws DeviceOutOfMemoryException when the device has no room; nothing stays reserved
   */
  Sequence open(int capacityTokens);

  /**
   * Appends tokens to each of several sequences in one pass.
   *
   * @param steps at least one, each of another sequence of this model
   * @return the logits after the last token of each step, in the order of the steps; shape of each
   *     {@code [vocabulary]}
   * @throws DeviceOutOfMemoryException when the pass does not fit; the sequences are then undefined
   *     and to be closed
   */
  List<float[]> step(List<Step> steps);

  /** Gives cached but unused device memory back to the device. */
  void freeCaches();

  @Override
  void close();
}
