package dev.burnline.render;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A piece of work in a thread of its own, awaited once. */
final class Aside<T> {

  private final FutureTask<T> work;

  Aside(String name, Callable<T> callable) {
    work = new FutureTask<>(callable);
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** The result, or the failure as it would have been thrown here. */
  T await() {
    try {
      return work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the mail was rendered", e);
    }
  }
}
