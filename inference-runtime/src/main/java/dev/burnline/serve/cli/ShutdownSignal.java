package dev.burnline.serve.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Turns SIGTERM and Ctrl-C into an orderly end with an exit code of 0. The JVM ends with 143 once
 * its shutdown hooks are done; the hook waits for the server to stop and then ends the process.
 */
final class ShutdownSignal {

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile int exitCode = ExitCode.FAILED;

  /** Returns what is counted down when the process is told to end. */
  CountDownLatch install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "shutdown"));
    return stop;
  }

  /** Ends the process; to be called by the main thread when nothing is left to do. */
  void exit(int code) {
    exitCode = code;
    stopped.countDown();
    // When a signal came, this waits for ever, and the hook ends the process.
    System.exit(code);
  }

  private void shutDown() {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exitCode);
  }
}
