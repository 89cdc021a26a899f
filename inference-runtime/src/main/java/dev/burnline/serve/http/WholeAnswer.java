package dev.burnline.serve.http;

import dev.burnline.serve.engine.GenerationListener.Part;
import dev.burnline.serve.event.FinishReason;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer in one piece. */
final class WholeAnswer implements Answer {

  private final Exchange exchange;
  private final Shape shape;
  private final Progress progress;
  private final StringBuilder content = new StringBuilder();
  private final StringBuilder reasoning = new StringBuilder();

  WholeAnswer(Exchange exchange, Shape shape, Progress progress) {
    this.exchange = exchange;
    this.shape = shape;
    this.progress = progress;
  }

  @Override
  public void begin() {}

  @Override
  public void text(Inbox.Piece piece) {
    (piece.part() == Part.REASONING ? reasoning : content).append(piece.text());
  }

  @Override
  public void heartbeat() {}

  @Override
  public void complete(FinishReason reason) throws IOException {
    Map<String, @Nullable Object> body =
        shape.whole(content.toString(), reasoning.toString(), reason.key());
    body.put("usage", progress.usage());
    exchange.headers(progress.startHeaders());
    exchange.headers(progress.endHeaders());
    exchange.send(200, body);
  }

  @Override
  public void fail(ApiError error) throws IOException {
    exchange.send(error);
  }

  @Override
  public boolean hasBegun() {
    return exchange.response().isCommitted();
  }

  /** The number of tokens bounds it. */
  @Override
  public int maxUnsentChars() {
    return Integer.MAX_VALUE;
  }
}
