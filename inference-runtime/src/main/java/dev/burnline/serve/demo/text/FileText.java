package dev.burnline.serve.demo.text;

import dev.burnline.serve.demo.train.Batch;
import java.util.BitSet;
import java.util.Random;

/** Pieces of a file from places by chance, all of which is to be learnt. */
public final class FileText implements TrainingText {

  private final byte[] bytes;
  private final Random random;

  /**
   * Starts the pieces of a seed.
   *
   * @param bytes at least {@code tokens} of every row that is asked for
   */
  public FileText(byte[] bytes, long seed) {
    this.bytes = bytes.clone();
    this.random = new Random(seed);
  }

  @Override
  public Batch.Row next(int tokens) {
    if (bytes.length < tokens) {
      throw new IllegalArgumentException(
          "the text has " + bytes.length + " bytes, but needs at least " + tokens);
    }
    int from = random.nextInt(bytes.length - tokens + 1);
    int[] row = new int[tokens];
    for (int i = 0; i < tokens; i++) {
      row[i] = Byte.toUnsignedInt(bytes[from + i]);
    }
    BitSet counted = new BitSet();
    counted.set(0, tokens);
    return new Batch.Row(row, counted);
  }
}
