package dev.burnline.serve.demo.text;

import dev.burnline.serve.demo.train.Batch;

/** A source of rows to learn from. */
public interface TrainingText {

  /**
   * Returns the next row.
   *
   * @param tokens its length, at least 2
   */
  Batch.Row next(int tokens);
}
