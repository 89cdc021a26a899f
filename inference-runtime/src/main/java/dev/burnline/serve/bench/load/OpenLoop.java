package dev.burnline.serve.bench.load;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.bench.client.Question;
import dev.burnline.serve.bench.client.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Sends a plan's requests at their times without ever waiting for an answer. */
public final class OpenLoop {

  private final Pace pace;
  private final Function<Question, CompletableFuture<Reply>> server;
  private final Watcher watcher;

  /**
   * Creates a loop.
   *
   * @param server asks and returns at once
   * @param watcher hears of every step, from any thread
   */
  public OpenLoop(Pace pace, Function<Question, CompletableFuture<Reply>> server, Watcher watcher) {
    this.pace = requireNonNull(pace, "pace is null");
    this.server = requireNonNull(server, "server is null");
    this.watcher = requireNonNull(watcher, "watcher is null");
  }

  /**
   * Sends all and waits until each has ended.
   *
   * @return one sample for each arrival, in their order
   */
  public List<Sample> run(Plan plan) {
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    AtomicInteger sentSoFar = new AtomicInteger();
    List<CompletableFuture<Sample>> samples = new ArrayList<>();
    long begin = pace.nanos();
    for (Plan.Arrival arrival : plan.arrivals()) {
      long intended = begin + arrival.atNanos();
      pace.waitUntil(intended);
      long sent = pace.nanos();
      inFlight.incrementAndGet();
      sentSoFar.incrementAndGet();
      samples.add(
          server
              .apply(arrival.question())
              .thenApply(
                  reply -> {
                    int left = inFlight.decrementAndGet();
                    int failures =
                        reply instanceof Reply.Failed ? failed.incrementAndGet() : failed.get();
                    watcher.saw(sentSoFar.get(), left, failures);
                    return new Sample(intended, sent, reply);
                  }));
      watcher.saw(sentSoFar.get(), inFlight.get(), failed.get());
    }
    return samples.stream().map(CompletableFuture::join).toList();
  }

  /** Hears how far a run is. */
  public interface Watcher {

    /**
     * Something was sent or ended.
     *
     * @param sent so far
     * @param inFlight sent and not ended
     * @param failed ended without an answer
     */
    void saw(int sent, int inFlight, int failed);
  }
}
