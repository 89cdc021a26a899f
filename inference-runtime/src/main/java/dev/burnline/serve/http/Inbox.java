package dev.burnline.serve.http;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.account.RequestAccount;
import dev.burnline.serve.engine.Generation;
import dev.burnline.serve.engine.GenerationEnd;
import dev.burnline.serve.engine.GenerationListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the engine says of one request, without ever keeping it waiting, and hands it to the
 * thread that writes to the client. Text that is not taken adds up; more than the bound cancels the
 * request.
 */
final class Inbox implements GenerationListener {

  private final RequestAccount account;
  private final int maxUnsentChars;
  private final Progress progress;
  private final List<Piece> pieces = new ArrayList<>();
  private int unsentChars;
  private boolean overflowed;
  private @Nullable Generation generation;
  private @Nullable GenerationEnd end;

  Inbox(RequestAccount account, int maxUnsentChars, Progress progress) {
    this.account = account;
    this.maxUnsentChars = maxUnsentChars;
    this.progress = progress;
  }

  /** A stretch of text of one part. */
  record Piece(Part part, String text) {}

  /**
   * What has come since the last look.
   *
   * @param end the end, when all text before it has been taken
   * @param overflowed whether the client is too slow
   */
  record Mail(List<Piece> pieces, @Nullable GenerationEnd end, boolean overflowed) {}

  /** Says what to cancel when the client is too slow. */
  synchronized void attach(Generation submitted) {
    generation = requireNonNull(submitted, "submitted is null");
    if (overflowed) {
      submitted.cancel();
    }
  }

  /** Waits for text or the end, at most this long, and takes what there is. */
  synchronized Mail take(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    long left = patience.toNanos();
    boolean began = progress.hasStarted();
    while (pieces.isEmpty() && end == null && began == progress.hasStarted() && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
    List<Piece> taken = List.copyOf(pieces);
    pieces.clear();
    unsentChars = 0;
    return new Mail(taken, end, overflowed);
  }

  /** Returns which share of the answer repeats itself, once that is known. */
  synchronized Optional<Double> repetitionRatio() {
    return end instanceof GenerationEnd.Completed completed
        ? Optional.of(completed.repetitionRatio())
        : Optional.empty();
  }

  @Override
  public synchronized void started() {
    account.started();
    progress.started();
    notifyAll();
  }

  @Override
  public synchronized void token(long atNanos) {
    account.token(atNanos);
    progress.token();
  }

  @Override
  public synchronized void text(Part part, String text) {
    if (overflowed) {
      return;
    }
    unsentChars += text.length();
    if (unsentChars > maxUnsentChars) {
      overflowed = true;
      if (generation != null) {
        generation.cancel();
      }
      return;
    }
    pieces.add(new Piece(part, text));
    notifyAll();
  }

  @Override
  public synchronized void ended(GenerationEnd how) {
    end = requireNonNull(how, "how is null");
    progress.ended();
    notifyAll();
  }
}
