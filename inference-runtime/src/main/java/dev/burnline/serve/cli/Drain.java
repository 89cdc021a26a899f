package dev.burnline.serve.cli;

import dev.burnline.serve.account.RequestAccounts;
import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.event.ServiceDraining;
import dev.burnline.serve.event.ServiceStopped;
import dev.burnline.serve.http.Backend;
import dev.burnline.serve.http.HttpServer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Stops a server: no more requests, those at work end, then everything closes. */
final class Drain {

  /** Answers are complete when the engine has drained, and have only to reach their clients. */
  private static final Duration LAST_BYTES = Duration.ofSeconds(2);

  private static final long LOOK_MILLIS = 10;

  private final Backend backend;
  private final RequestAccounts accounts;
  private final HttpServer server;
  private final ServiceLog log;

  Drain(Backend backend, RequestAccounts accounts, HttpServer server, ServiceLog log) {
    this.backend = backend;
    this.accounts = accounts;
    this.server = server;
    this.log = log;
  }

  /**
   * Stops it.
   *
   * @param patience how long requests at work may go on
   * @param failure why it stops by itself; null when it was told to
   */
  void run(Duration patience, @Nullable String failure) {
    log.write(new ServiceDraining(inFlight()));
    backend.drain();
    Optional<TextEngine> engine = backend.engine();
    boolean clean = engine.isEmpty() || engine.get().drain(patience);
    waitForClients();
    server.close();
    engine.ifPresent(TextEngine::close);
    waitForClients();
    long left = inFlight();
    log.write(new ServiceStopped(left, failure == null && clean && left == 0, failure));
    log.close();
  }

  private void waitForClients() {
    long deadline = System.nanoTime() + LAST_BYTES.toNanos();
    try {
      while (inFlight() > 0 && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long inFlight() {
    return accounts.totals().inFlight();
  }
}
