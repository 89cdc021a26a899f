package dev.burnline.serve.demo.train;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of text of equal length for one step.
 *
 * @param rows at least one, all with the same number of tokens, at least 2
 */
public record Batch(List<Row> rows) {

  public Batch {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("rows must not be empty");
    }
    int length = rows.get(0).length();
    if (length < 2) {
      throw new IllegalArgumentException("a row needs at least 2 tokens, got " + length);
    }
    if (rows.stream().anyMatch(row -> row.length() != length)) {
      throw new IllegalArgumentException("the rows of a batch must be of equal length");
    }
  }

  /** Returns how many tokens are read in all. */
  public long tokens() {
    return (long) rows.size() * positions();
  }

  /** Returns how many positions are predicted in each row: one less than its tokens. */
  public int positions() {
    return rows.get(0).length() - 1;
  }

  /** Returns the tokens that are read, row by row. */
  public int[] inputs() {
    return rows.stream().flatMapToInt(row -> row.tokens(0, positions())).toArray();
  }

  /** Returns the tokens to predict, row by row. */
  public int[] targets() {
    return rows.stream().flatMapToInt(row -> row.tokens(1, positions() + 1)).toArray();
  }

  /** Returns 1 where the prediction counts and 0 elsewhere, row by row. */
  public float[] weights() {
    float[] weights = new float[rows.size() * positions()];
    for (int row = 0; row < rows.size(); row++) {
      for (int position = 0; position < positions(); position++) {
        weights[row * positions() + position] = rows.get(row).counts(position + 1) ? 1 : 0;
      }
    }
    return weights;
  }

  /** One row: tokens, and which of them the network is to learn to say. */
  public static final class Row {

    private final int[] tokens;
    private final BitSet counted;

    /**
     * Creates a row.
     *
     * @param counted the positions of the tokens whose prediction counts
     */
    public Row(int[] tokens, BitSet counted) {
      this.tokens = tokens.clone();
      this.counted = (BitSet) counted.clone();
    }

    int length() {
      return tokens.length;
    }

    boolean counts(int position) {
      return counted.get(position);
    }

    private IntStream tokens(int from, int to) {
      return IntStream.range(from, to).map(position -> tokens[position]);
    }
  }
}
