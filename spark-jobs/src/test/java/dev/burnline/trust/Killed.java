package dev.burnline.trust;

/** The process is dead: no handler of exceptions may take this for something to go on after. */
final class Killed extends Error {

  private static final long serialVersionUID = 1L;

  Killed(String where) {
    super("killed " + where);
  }
}
