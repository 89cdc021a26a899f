package dev.burnline.slo.where;

/** A condition that does not fall into cases of texts; the message says why. */
public final class NoCasesException extends Exception {

  private static final long serialVersionUID = 1L;

  NoCasesException(String why) {
    super(why);
  }
}
