package dev.burnline.serve.account;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.event.GpuReading;
import dev.burnline.serve.event.RequestParameters;
import dev.burnline.serve.event.Totals;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Opens an account for each request and knows what all of them add up to. Thread-safe. */
public final class RequestAccounts {

  private final AccountBook book;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final Supplier<Optional<GpuReading>> gpu;
  private final RequestCounters counters = new RequestCounters();

  /**
   * Makes the accounts of one boot.
   *
   * @param book where events go
   * @param clock the wall clock, for the arrival
   * @param nanoTime a monotonic clock in nanoseconds, for all durations
   * @param gpu the newest reading of the GPU that the model runs on; empty without one
   */
  public RequestAccounts(
      AccountBook book, Clock clock, LongSupplier nanoTime, Supplier<Optional<GpuReading>> gpu) {
    this.book = requireNonNull(book, "book is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.nanoTime = requireNonNull(nanoTime, "nanoTime is null");
    this.gpu = requireNonNull(gpu, "gpu is null");
  }

  /**
   * Opens the account of a request that arrives now. To be closed in every case: {@code try
   * (RequestAccount account = accounts.open(id, parameters)) …}.
   *
   * @param requestId the request, unique within the service
   * @param parameters what is known of the request before it is read; as in {@link
   *     RequestAccount#asksFor}
   */
  public RequestAccount open(String requestId, Supplier<RequestParameters> parameters) {
    long arrivedNanos = nanoTime.getAsLong();
    if (requireNonNull(requestId, "requestId is null").isEmpty()) {
      throw new IllegalArgumentException("requestId must not be empty");
    }
    requireNonNull(parameters, "parameters is null");
    counters.arrived();
    return new RequestAccount(
        requestId, parameters, book, clock.instant(), arrivedNanos, nanoTime, gpu, counters);
  }

  /** Returns what the requests of this boot add up to so far. */
  public Totals totals() {
    return counters.totals();
  }
}
