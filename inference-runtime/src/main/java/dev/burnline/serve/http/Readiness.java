package dev.burnline.serve.http;

import dev.burnline.serve.engine.EngineLoad;
import dev.burnline.serve.engine.Generation;
import dev.burnline.serve.engine.GenerationEnd;
import dev.burnline.serve.engine.GenerationListener;
import dev.burnline.serve.engine.GenerationRequest;
import dev.burnline.serve.engine.Sampling;
import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.event.ErrorType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a request would be answered: generates a token when nothing else does, and
 * keeps the finding for some seconds. A working engine with a full queue is ready, since to be
 * taken out of service would move its load to the others.
 */
final class Readiness {

  private static final Duration KEPT = Duration.ofSeconds(5);

  private final Backend backend;
  private final Duration wedgedAfter;
  private final Duration probePatience;
  private Optional<String> finding = Optional.empty();
  private @Nullable Long foundNanos;

  Readiness(Backend backend, Duration wedgedAfter, Duration probePatience) {
    this.backend = backend;
    this.wedgedAfter = wedgedAfter;
    this.probePatience = probePatience;
  }

  /**
   * Returns what only a restart can be expected to cure: no step has ended for too long, or the
   * device failed and no step has succeeded since. Empty when all is well or nothing is loaded.
   */
  Optional<String> broken() {
    return backend
        .engine()
        .map(TextEngine::load)
        .flatMap(load -> wedged(load).or(() -> faulty(load)));
  }

  private Optional<String> wedged(EngineLoad load) {
    return Optional.of(load)
        .filter(now -> now.sinceLastStep().compareTo(wedgedAfter) > 0)
        .map(
            now ->
                "the engine is wedged: no step for %d s"
                    .formatted(now.sinceLastStep().toSeconds()));
  }

  private static Optional<String> faulty(EngineLoad load) {
    return load.deviceFault()
        .map("%s; no step has succeeded since, it may need a restart"::formatted);
  }

  /** Returns why the server is not ready; empty when it is. */
  Optional<String> problem() {
    if (backend.isDraining()) {
      return Optional.of("shutting down");
    }
    Optional<TextEngine> engine = backend.engine();
    if (engine.isEmpty()) {
      return Optional.of("the model is loading");
    }
    Optional<String> wedged = wedged(engine.get().load());
    // A device that failed is tried all the same: a good step shows that it works again.
    return wedged.isPresent() ? wedged : probed(engine.get()).or(this::broken);
  }

  /** One probe at a time: others wait for its finding. */
  private synchronized Optional<String> probed(TextEngine engine) {
    if (engine.load().running() > 0) {
      // It is at work and not wedged; on a slow device one step may outlast a probe's patience.
      return Optional.empty();
    }
    if (foundNanos == null || System.nanoTime() - foundNanos > KEPT.toNanos()) {
      finding = probe(engine);
      foundNanos = System.nanoTime();
    }
    return finding;
  }

  private Optional<String> probe(TextEngine engine) {
    CompletableFuture<GenerationEnd> ended = new CompletableFuture<>();
    Generation generation =
        engine.submit(
            new GenerationRequest(
                engine.codec().encode("1"),
                1,
                new Sampling(0, 1, 0, 1, 0L),
                List.of(),
                GenerationRequest.Reasoning.AS_TEXT,
                probePatience,
                probePatience),
            new Probe(ended));
    try {
      return problem(ended.get(probePatience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.of("no token within %d s".formatted(probePatience.toSeconds()));
    } catch (ExecutionException e) {
      return Optional.of("the probe failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("shutting down");
    } finally {
      generation.cancel();
    }
  }

  private static Optional<String> problem(GenerationEnd end) {
    if (end instanceof GenerationEnd.Completed
        || (end instanceof GenerationEnd.Rejected rejected
            && rejected.type() == ErrorType.OVERLOADED)) {
      return Optional.empty();
    }
    return EngineEnds.error(end).map(ApiError::message);
  }

  /** Waits for the end of a probe. */
  private record Probe(CompletableFuture<GenerationEnd> end) implements GenerationListener {

    @Override
    public void started() {}

    @Override
    public void token(long atNanos) {}

    @Override
    public void text(Part part, String text) {}

    @Override
    public void ended(GenerationEnd how) {
      end.complete(how);
    }
  }
}
