package dev.burnline.serve.demo.text;

import dev.burnline.serve.demo.train.Batch;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.Stream;

/** Pieces of a file from places by chance, all of which is to be learnt. */
public final class FileText implements TrainingText {

  /** Bytes that a file must have at least. */
  public static final int LEAST_BYTES = 193;

  private static final int ROWS = 4;

  private final byte[] bytes;
  private final Random random;

  /**
   * Starts the pieces of a seed.
   *
   * @param bytes at least {@link #LEAST_BYTES}
   */
  public FileText(byte[] bytes, long seed) {
    if (bytes.length < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "the text has " + bytes.length + " bytes, but needs at least " + LEAST_BYTES);
    }
    this.bytes = bytes.clone();
    this.random = new Random(seed);
  }

  @Override
  public Batch next(double done) {
    return new Batch(Stream.generate(this::row).limit(ROWS).toList());
  }

  private Batch.Row row() {
    int from = random.nextInt(bytes.length - LEAST_BYTES + 1);
    int[] row = new int[LEAST_BYTES];
    for (int i = 0; i < row.length; i++) {
      row[i] = Byte.toUnsignedInt(bytes[from + i]);
    }
    BitSet counted = new BitSet();
    counted.set(0, row.length);
    return new Batch.Row(row, counted);
  }
}
