package dev.burnline.serve.model;

/** The key-value cache of one sequence. */
public interface Sequence extends AutoCloseable {

  /** Returns how many tokens the cache holds. */
  int length();

  /** Returns how many tokens the cache has room for. */
  int capacity();

  /** Frees the cache; a second call does nothing. */
  @Override
  void close();
}
