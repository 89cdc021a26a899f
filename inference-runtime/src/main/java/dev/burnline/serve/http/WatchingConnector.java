package dev.burnline.serve.http;

import dev.burnline.serve.settings.Limits;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * Keeps room for clients that send their requests: one that takes too long with a header is cut
 * off, and when all connections are taken, the one that has waited longest for its client goes, be
 * it idle or in the middle of a header or body. A connection whose request is worked on stays.
 */
final class WatchingConnector extends ServerConnector {

  private static final int ACCEPTORS = 1;
  private static final int SELECTORS = 1;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final int maxConnections;
  private final Duration headerTime;
  private final long startNanos = System.nanoTime();

  WatchingConnector(Server server, HttpConfiguration http, Limits limits) {
    super(server, ACCEPTORS, SELECTORS, new HttpConnectionFactory(http));
    this.maxConnections = limits.maxConnections();
    this.headerTime = limits.headerTime();
    http.addCustomizer((request, headers) -> watch(request));
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    lookAtHeadersLater();
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    return new WatchedEndPoint(channel, selector, key, getScheduler(), getIdleTimeout());
  }

  @Override
  protected void onEndPointOpened(EndPoint endPoint) {
    super.onEndPointOpened(endPoint);
    makeRoom(endPoint);
  }

  private Request watch(Request request) {
    if (request.getConnectionMetaData().getConnection().getEndPoint()
        instanceof WatchedEndPoint client) {
      client.headerIsRead(hasBody(request.getHeaders()));
      Request.addCompletionListener(
          request,
          failure -> {
            client.requestIsDone();
            makeRoom(null);
          });
    }
    return request;
  }

  private static boolean hasBody(HttpFields headers) {
    HttpField length = headers.getField(HttpHeader.CONTENT_LENGTH);
    return headers.contains(HttpHeader.TRANSFER_ENCODING)
        || (length != null && !"0".equals(length.getValue()));
  }

  /**
   * Closes one connection when all are taken.
   *
   * @param newest not to be closed, as it may be about to send; null for any
   */
  private void makeRoom(@Nullable EndPoint newest) {
    List<WatchedEndPoint> open = connected();
    if (open.size() >= maxConnections) {
      open.stream()
          .filter(client -> client != newest && client.waitsForClient())
          .min(Comparator.comparingLong(client -> client.waitingSinceNanos() - startNanos))
          .ifPresent(EndPoint::close);
    }
  }

  private void lookAtHeaders() {
    try {
      connected().stream()
          .filter(client -> client.isInHeaderLongerThan(headerTime))
          .forEach(EndPoint::close);
    } finally {
      if (isRunning()) {
        lookAtHeadersLater();
      }
    }
  }

  private void lookAtHeadersLater() {
    long millis = Math.min(LOOK_EVERY.toMillis(), Math.max(1, headerTime.toMillis() / 4));
    getScheduler().schedule(this::lookAtHeaders, millis, TimeUnit.MILLISECONDS);
  }

  /** Those that were closed are still listed for a moment. */
  private List<WatchedEndPoint> connected() {
    return getConnectedEndPoints().stream()
        .filter(EndPoint::isOpen)
        .filter(WatchedEndPoint.class::isInstance)
        .map(WatchedEndPoint.class::cast)
        .toList();
  }
}
