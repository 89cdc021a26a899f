package dev.burnline.serve.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A row of token ids; never changes. */
public final class Tokens {

  /** No tokens. */
  public static final Tokens NONE = new Tokens(new int[0]);

  private final int[] ids;

  private Tokens(int[] ids) {
    this.ids = ids;
  }

  /** Returns these ids, each not negative. */
  public static Tokens of(int... ids) {
    for (int id : ids) {
      if (id < 0) {
        throw new IllegalArgumentException("a token id must not be negative, got " + id);
      }
    }
    return ids.length == 0 ? NONE : new Tokens(ids.clone());
  }

  /** Returns how many there are. */
  public int size() {
    return ids.length;
  }

  /** Returns the id at a position from 0 on. */
  public int id(int position) {
    return ids[position];
  }

  /** Returns the ids from one position up to, not including, another. */
  public Tokens slice(int from, int to) {
    return from == 0 && to == ids.length ? this : of(Arrays.copyOfRange(ids, from, to));
  }

  /** Returns these ids and then others. */
  public Tokens then(Tokens more) {
    return of(IntStream.concat(stream(), more.stream()).toArray());
  }

  /** Returns the ids in their order. */
  public IntStream stream() {
    return Arrays.stream(ids);
  }

  /** Returns a copy of the ids. */
  public int[] toArray() {
    return ids.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tokens tokens && Arrays.equals(ids, tokens.ids);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids);
  }

  @Override
  public String toString() {
    return Arrays.toString(ids);
  }
}
