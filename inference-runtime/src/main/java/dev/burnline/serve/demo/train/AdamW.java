package dev.burnline.serve.demo.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The AdamW optimiser (Loshchilov and Hutter, 2019) with the gradient cut to a greatest norm.
 * Matrices decay, norms and biases do not.
 */
final class AdamW {

  private static final float BETA_1 = 0.9f;
  private static final float BETA_2 = 0.98f;
  private static final float EPSILON = 1e-8f;
  private static final float DECAY = 0.05f;
  private static final double GREATEST_NORM = 1;

  /** Cuts nothing: the clipping there is one-sided. */
  private static final float NO_CLIPPING = -1;

  private final Weights weights;
  private final Map<String, Moments> moments = new LinkedHashMap<>();
  private int steps;

  /**
   * Creates an optimiser.
   *
   * @param manager owns the moments
   */
  AdamW(NDManager manager, Weights weights) {
    this.weights = weights;
    weights
        .all()
        .forEach(
            (name, weight) ->
                moments.put(
                    name,
                    new Moments(
                        manager.zeros(weight.getShape()), manager.zeros(weight.getShape()))));
  }

  /**
   * Moves every weight against its gradient and clears the gradient.
   *
   * @param step owns what is needed meanwhile
   * @return the norm of the gradient before it was cut
   */
  double update(NDManager step, double learningRate) {
    steps++;
    double correction = Math.sqrt(1 - Math.pow(BETA_2, steps)) / (1 - Math.pow(BETA_1, steps));
    Map<String, NDArray> gradients = new LinkedHashMap<>();
    double squares = 0;
    for (Map.Entry<String, NDArray> weight : weights.all().entrySet()) {
      NDArray gradient = weight.getValue().getGradient();
      gradient.attach(step);
      gradients.put(weight.getKey(), gradient);
      squares += gradient.flatten().dot(gradient.flatten()).getFloat();
    }
    double norm = Math.sqrt(squares);
    float rescale = (float) Math.min(1, GREATEST_NORM / (norm + 1e-6));
    gradients.forEach(
        (name, gradient) -> {
          NDArray weight = weights.of(name);
          Moments moment = moments.get(name);
          NDList all = new NDList(weight, gradient, moment.first(), moment.second());
          float decay = weight.getShape().dimension() > 1 ? DECAY : 0;
          weight
              .getNDArrayInternal()
              .adamUpdate(
                  all,
                  new NDList(weight),
                  (float) learningRate,
                  (float) (learningRate * correction),
                  decay,
                  rescale,
                  NO_CLIPPING,
                  BETA_1,
                  BETA_2,
                  EPSILON,
                  false,
                  true);
          JniUtils.zeroGrad((PtNDArray) weight);
        });
    return norm;
  }

  /** Running means of a gradient and of its square. */
  private record Moments(NDArray first, NDArray second) {}
}
