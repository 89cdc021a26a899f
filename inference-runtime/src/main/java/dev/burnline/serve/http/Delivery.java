package dev.burnline.serve.http;

import dev.burnline.serve.engine.Generation;
import dev.burnline.serve.engine.GenerationEnd;
import dev.burnline.serve.engine.GenerationListener.Part;
import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.event.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the answer of one request to its client and says how it ended. */
final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** A request log line has room for 200 code points. */
  private static final int KEPT_CHARS = 500;

  private final String requestId;
  private final Inbox inbox;
  private final Generation generation;
  private final Answer answer;
  private final Wire wire;
  private final Progress progress;
  private final Duration heartbeat;
  private final Duration patience;
  private final StringBuilder content = new StringBuilder();
  private final StringBuilder reasoning = new StringBuilder();
  private long lastNewsNanos;
  private @Nullable String gone;

  Delivery(
      String requestId,
      Inbox inbox,
      Generation generation,
      Answer answer,
      Wire wire,
      Progress progress,
      Duration heartbeat,
      Duration patience) {
    this.requestId = requestId;
    this.inbox = inbox;
    this.generation = generation;
    this.answer = answer;
    this.wire = wire;
    this.progress = progress;
    this.heartbeat = heartbeat;
    this.patience = patience;
  }

  /**
   * Returns after the last byte, when the client has gone, or when the engine does not answer. A
   * client that has a part of its answer hears that the rest does not come, also when the server
   * fails.
   */
  Outcome run() throws InterruptedException {
    try {
      return deliver();
    } catch (RuntimeException e) {
      LOG.error("the answer to request {} failed", requestId, e);
      return fail(ServerErrors.defect(e));
    } catch (OutOfMemoryError e) {
      Outcome outcome = fail(ServerErrors.NO_MEMORY);
      LOG.error("there was no memory for the answer to request {}", requestId, e);
      return outcome;
    }
  }

  private Outcome deliver() throws InterruptedException {
    long begin = System.nanoTime();
    lastNewsNanos = begin;
    while (true) {
      Inbox.Mail mail = inbox.take(LOOK_EVERY);
      if (gone == null) {
        pass(mail);
      }
      @Nullable GenerationEnd end = mail.end();
      if (end != null) {
        return gone == null ? finish(end) : disconnected(gone);
      }
      if (System.nanoTime() - begin > patience.toNanos()) {
        generation.cancel();
        return gone == null ? fail(unanswered()) : disconnected(gone);
      }
    }
  }

  /** Returns the answer so far, as the log keeps it: its reasoning only while there is no more. */
  String excerpt() {
    return (content.isEmpty() ? reasoning : content).toString();
  }

  private void pass(Inbox.Mail mail) {
    if (mail.overflowed()) {
      leave("the client was too slow in reading its answer");
      return;
    }
    if (mail.end() == null && wire.isGone()) {
      leave("the client closed the connection");
      return;
    }
    try {
      if (progress.hasStarted()) {
        answer.begin();
      }
      for (Inbox.Piece piece : mail.pieces()) {
        keep(piece);
        answer.text(piece);
      }
      if (!mail.pieces().isEmpty()) {
        lastNewsNanos = System.nanoTime();
      } else if (System.nanoTime() - lastNewsNanos > heartbeat.toNanos()) {
        lastNewsNanos = System.nanoTime();
        answer.heartbeat();
      }
    } catch (IOException e) {
      leave("the client closed the connection");
    }
  }

  private void leave(String why) {
    gone = why;
    generation.cancel();
  }

  private void keep(Inbox.Piece piece) {
    StringBuilder kept = piece.part() == Part.REASONING ? reasoning : content;
    if (kept.length() < KEPT_CHARS) {
      kept.append(piece.text());
    }
  }

  private Outcome finish(GenerationEnd end) {
    if (end instanceof GenerationEnd.Completed completed) {
      try {
        answer.complete(completed.reason());
        return Outcome.success(completed.reason());
      } catch (IOException e) {
        return disconnected("the client closed the connection");
      }
    }
    Optional<ApiError> error = EngineEnds.error(end);
    return fail(error.orElseThrow());
  }

  private Outcome fail(ApiError error) {
    int httpStatus = answer.hasBegun() ? 200 : error.httpStatus();
    tell(error);
    return progress.hasStarted() ? Outcomes.failed(error, httpStatus) : Outcomes.refused(error);
  }

  /** A client that reads all the same must not take what it gets for a whole answer. */
  private Outcome disconnected(String why) {
    ApiError error = ApiError.of(499, ErrorType.CLIENT_DISCONNECT, why);
    if (answer.hasBegun()) {
      wire.cut();
    } else {
      tell(error);
    }
    return Outcomes.failed(error, error.httpStatus());
  }

  private void tell(ApiError error) {
    try {
      answer.fail(error);
    } catch (IOException e) {
      LOG.debug("the client of request {} went away before it was told of its error", requestId, e);
    }
  }

  private ApiError unanswered() {
    return ApiError.of(
        504,
        ErrorType.GENERATION_TIMEOUT,
        "the engine gave no answer within %d s".formatted(patience.toSeconds()));
  }
}
