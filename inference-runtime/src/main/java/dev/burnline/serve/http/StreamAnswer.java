package dev.burnline.serve.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.burnline.serve.event.FinishReason;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as server-sent events. The status goes out when the model begins to work, so that a
 * request which never does is refused with a status of its own.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
final class StreamAnswer implements Answer {

  private static final int MAX_UNSENT_CHARS = 64 << 10;

  private final Exchange exchange;
  private final Shape shape;
  private final Progress progress;
  private final boolean includeUsage;
  private boolean begun;

  StreamAnswer(Exchange exchange, Shape shape, Progress progress, boolean includeUsage) {
    this.exchange = exchange;
    this.shape = shape;
    this.progress = progress;
    this.includeUsage = includeUsage;
  }

  @Override
  public void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    HttpServletResponse response = exchange.response();
    response.setStatus(200);
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-cache, no-store");
    response.setHeader("X-Accel-Buffering", "no");
    exchange.headers(progress.startHeaders());
    if (shape.route() == Route.CHAT) {
      send(shape.opening());
    } else {
      response.flushBuffer();
    }
  }

  @Override
  public void text(Inbox.Piece piece) throws IOException {
    begin();
    send(shape.text(piece));
  }

  @Override
  public void heartbeat() throws IOException {
    if (begun) {
      write(": \n\n");
    }
  }

  @Override
  public void complete(FinishReason reason) throws IOException {
    begin();
    send(shape.closing(reason.key()));
    if (includeUsage) {
      Map<String, @Nullable Object> last = shape.empty();
      last.put("usage", progress.usage());
      last.put("timings", progress.timings());
      event(last);
    }
    write("data: [DONE]\n\n");
  }

  @Override
  public void fail(ApiError error) throws IOException {
    if (begun) {
      event(error.body());
      write("data: [DONE]\n\n");
    } else {
      exchange.send(error);
    }
  }

  @Override
  public boolean hasBegun() {
    return begun;
  }

  @Override
  public int maxUnsentChars() {
    return MAX_UNSENT_CHARS;
  }

  private void send(Map<String, @Nullable Object> chunk) throws IOException {
    if (includeUsage) {
      chunk.put("usage", null);
    }
    event(chunk);
  }

  private void event(Map<String, ? extends @Nullable Object> data) throws IOException {
    write("data: " + Exchange.JSON.writeValueAsString(data) + "\n\n");
  }

  private void write(String text) throws IOException {
    OutputStream out = exchange.response().getOutputStream();
    out.write(text.getBytes(UTF_8));
    out.flush();
  }
}
