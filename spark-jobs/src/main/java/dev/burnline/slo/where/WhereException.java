package dev.burnline.slo.where;

/** A condition that cannot be read; the message says what is wrong and where. */
public final class WhereException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int position;

  WhereException(int position, String what) {
    super("%s, at character %d".formatted(what, position));
    this.position = position;
  }

  /** Returns where in the text the problem stands: the number of the character, from 1. */
  public int position() {
    return position;
  }
}
