package dev.burnline.serve.demo.text;

import dev.burnline.serve.demo.train.Batch;

/** A source of text to learn from. */
public interface TrainingText {

  /**
   * Returns the next batch.
   *
   * @param done share of the training that is done, 0 to 1; the text may grow harder
   */
  Batch next(double done);
}
