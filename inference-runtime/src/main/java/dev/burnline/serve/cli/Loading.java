package dev.burnline.serve.cli;

import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.settings.ServeSettings;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** The load of a model on a thread of its own, which a signal to stop does not wait for. */
final class Loading {

  private static final long LOOK_MILLIS = 50;

  private final FutureTask<TextEngine> task;

  private Loading(FutureTask<TextEngine> task) {
    this.task = task;
  }

  static Loading begin(ModelSource models, ServeSettings settings) {
    FutureTask<TextEngine> task = new FutureTask<>(() -> models.load(settings));
    Thread thread = new Thread(task, "model-load");
    thread.setDaemon(true);
    thread.start();
    return new Loading(task);
  }

  /** Returns the engine; empty when the process is told to stop first. */
  Optional<TextEngine> await(CountDownLatch stop) throws StartException, InterruptedException {
    try {
      while (stop.getCount() > 0) {
        if (task.isDone()) {
          return Optional.of(task.get());
        }
        if (stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
    return Optional.empty();
  }

  private static StartException failure(Throwable cause) {
    return cause instanceof StartException start
        ? start
        : new StartException(ExitCode.FAILED, "the model could not be loaded: " + cause);
  }
}
