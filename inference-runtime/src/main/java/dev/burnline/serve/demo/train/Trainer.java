package dev.burnline.serve.demo.train;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import dev.burnline.serve.torch.TorchEngine;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network in training, on the processor in 32-bit floating point. Used by one thread. With one
 * thread of PyTorch equal seeds and batches give equal weights on the same machine.
 */
public final class Trainer implements AutoCloseable {

  private static final LearningRate FIRST_RATE = new LearningRate(3e-3, 60);

  /** Lower, so that little of what was learnt is lost at the begin. */
  private static final LearningRate LATER_RATE = new LearningRate(1.5e-3, 60);

  private final Engine engine;
  private final NDManager manager;
  private final Weights weights;
  private final Network network;
  private final AdamW optimiser;
  private LearningRate rate = FIRST_RATE;
  private int steps;

  /** Draws a network. */
  public Trainer(NetworkShape shape, long seed) {
    engine = TorchEngine.start();
    manager = engine.newBaseManager(Device.cpu());
    weights = new Weights(manager, shape, seed);
    network = new Network(manager, shape, weights);
    optimiser = new AdamW(manager, weights);
    JniUtils.setGradMode(false);
  }

  /** Sets how many threads PyTorch computes with, from now on and for all of the process. */
  public static void useThreads(int threads) {
    TorchEngine.start();
    JniUtils.setNumThreads(threads);
  }

  /**
   * Goes on from earlier weights.
   *
   * @param values the numbers of each weight by its Hugging Face name
   * @throws IllegalArgumentException when names or sizes are not those of this network
   */
  public void goOnFrom(Map<String, float[]> values) {
    if (!values.keySet().equals(weights.all().keySet())) {
      throw new IllegalArgumentException("the earlier weights are not those of this network");
    }
    rate = LATER_RATE;
    values.forEach(
        (name, numbers) -> {
          NDArray weight = weights.of(name);
          if (numbers.length != weight.size()) {
            throw new IllegalArgumentException(
                "'%s' must have %d numbers, got %d".formatted(name, weight.size(), numbers.length));
          }
          try (NDArray earlier = manager.create(numbers, weight.getShape())) {
            // Not set(), at which PyTorch prints a warning.
            weight.subi(weight).addi(earlier);
          }
        });
  }

  /**
   * Learns from one batch.
   *
   * @param done share of the training that is done, 0 to 1
   * @return the mean loss of the tokens that count, in nats
   * @throws IllegalStateException when the loss is no longer a number
   */
  public double learn(Batch batch, double done) {
    try (NDManager step = manager.newSubManager()) {
      NDArray loss;
      try (GradientCollector gradients = engine.newGradientCollector()) {
        NDArray weight = positions(step, batch, batch.weights());
        loss = chosen(step, batch).mul(weight).sum().div(weight.sum()).neg();
        gradients.backward(loss);
      }
      double nats = loss.getFloat();
      if (!Double.isFinite(nats)) {
        throw new IllegalStateException("the loss of step " + steps + " is " + nats);
      }
      optimiser.update(step, rate.at(steps, done));
      steps++;
      return nats;
    }
  }

  /** Returns the weights as they are now, by their Hugging Face names, in the network's order. */
  public Map<String, Tensor> weights() {
    Map<String, Tensor> copies = new LinkedHashMap<>();
    weights
        .all()
        .forEach(
            (name, weight) ->
                copies.put(name, new Tensor(weight.getShape().getShape(), weight.toFloatArray())));
    return copies;
  }

  /** Returns how many numbers the weights hold. */
  public long parameters() {
    return weights.all().values().stream().mapToLong(NDArray::size).sum();
  }

  @Override
  public void close() {
    manager.close();
  }

  /** Returns the logarithm of the probability of each token to predict, {@code [B, T]}. */
  private NDArray chosen(NDManager step, Batch batch) {
    NDArray all = network.logProbabilities(tokens(step, batch, batch.inputs()));
    NDArray targets = tokens(step, batch, batch.targets()).expandDims(-1);
    return all.gather(targets, -1).squeeze(-1);
  }

  private static NDArray tokens(NDManager step, Batch batch, int[] ids) {
    return step.create(
        Arrays.stream(ids).asLongStream().toArray(),
        new Shape(batch.rows().size(), batch.positions()));
  }

  private static NDArray positions(NDManager step, Batch batch, float[] values) {
    return step.create(values, new Shape(batch.rows().size(), batch.positions()));
  }
}
