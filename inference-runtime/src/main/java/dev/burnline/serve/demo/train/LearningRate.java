package dev.burnline.serve.demo.train;

/**
 * A learning rate that rises in a straight line and then falls along a half cosine to nearly
 * nothing.
 *
 * @param peak the greatest rate
 * @param warmUpSteps steps of the rise
 */
record LearningRate(double peak, int warmUpSteps) {

  private static final double LAST = 0.02;

  /**
   * Returns the rate of a step.
   *
   * @param step from 0 on
   * @param done share of the training that is done, 0 to 1
   */
  double at(int step, double done) {
    double rise = Math.min(1, (step + 1.0) / warmUpSteps);
    double fall = LAST + (1 - LAST) * (1 + Math.cos(Math.PI * Math.min(1, done))) / 2;
    return peak * rise * fall;
  }
}
