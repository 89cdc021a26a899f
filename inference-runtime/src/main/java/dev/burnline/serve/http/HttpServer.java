package dev.burnline.serve.http;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.account.RequestAccounts;
import dev.burnline.serve.metrics.ServerMetrics;
import dev.burnline.serve.page.ChatPage;
import dev.burnline.serve.settings.ApiKeys;
import dev.burnline.serve.settings.Limits;
import io.javalin.Javalin;
import java.nio.channels.ServerSocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The server. */
public final class HttpServer implements AutoCloseable {

  /** A client that neither sends nor reads for this long is cut off; bodies have their own time. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Javalin javalin;

  private HttpServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * What a server is made of.
   *
   * @param accounts opens an account for each request
   * @param backend what answers
   * @param limits what requests may ask for
   * @param keys who may ask
   * @param corsOrigin the web site whose pages may call the API
   * @param metrics what {@code /metrics} shows
   * @param clock the wall clock
   */
  public record Parts(
      RequestAccounts accounts,
      Backend backend,
      Limits limits,
      ApiKeys keys,
      Optional<String> corsOrigin,
      ServerMetrics metrics,
      Clock clock) {

    public Parts {
      requireNonNull(accounts, "accounts is null");
      requireNonNull(backend, "backend is null");
      requireNonNull(limits, "limits is null");
      requireNonNull(keys, "keys is null");
      requireNonNull(corsOrigin, "corsOrigin is null");
      requireNonNull(metrics, "metrics is null");
      requireNonNull(clock, "clock is null");
    }
  }

  /**
   * Starts a server.
   *
   * @param socket bound already, so that a port that is in use is found before anything else begins
   */
  public static HttpServer start(Parts parts, ServerSocketChannel socket) {
    return start(parts, socket, IDLE, BodyMemory.ofHeap());
  }

  static HttpServer start(
      Parts parts, ServerSocketChannel socket, Duration idle, BodyMemory memory) {
    Routes routes = new Routes(parts, memory, ChatPage.load());
    Javalin javalin =
        Javalin.create(
            config -> {
              new Transport(parts.limits(), socket, idle).configure(config);
              routes.addTo(config.routes);
            });
    javalin.start();
    return new HttpServer(javalin);
  }

  /** Closes every connection. */
  @Override
  public void close() {
    javalin.stop();
  }
}
