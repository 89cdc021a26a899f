package dev.burnline.generate.server;

/** What becomes of a line on its way to the file. */
public enum LineFate {
  /** It is written once. */
  WRITE,
  /** It got its {@code seq} and is gone. */
  DROP,
  /** It is written twice. */
  REPEAT
}
