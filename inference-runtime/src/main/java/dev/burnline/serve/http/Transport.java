package dev.burnline.serve.http;

import dev.burnline.serve.settings.Limits;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Sets Jetty up: one connector, bounded in connections and threads. */
final class Transport {

  /** Threads beside those that wait for an answer: acceptor, selector, probes, Jetty's own. */
  private static final int MORE_THREADS = 16;

  private static final int LEAST_THREADS = 8;
  private static final int THREAD_IDLE_MILLIS = 30_000;

  private static final int HEADER_BYTES = 16 << 10;

  private final Limits limits;
  private final ServerSocketChannel socket;
  private final Duration idle;

  Transport(Limits limits, ServerSocketChannel socket, Duration idle) {
    this.limits = limits;
    this.socket = socket;
    this.idle = idle;
  }

  void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    // Javalin would hold events back to compress them, and must not read bodies on its own.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.threadPool = threads();
    config.jetty.addConnector(this::connector);
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(0);
          server.setErrorHandler(new TransportErrors());
        });
  }

  private QueuedThreadPool threads() {
    QueuedThreadPool threads =
        new QueuedThreadPool(
            limits.maxConnections() + MORE_THREADS, LEAST_THREADS, THREAD_IDLE_MILLIS);
    threads.setName("http");
    return threads;
  }

  private Connector connector(Server server, HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    ServerConnector connector = new WatchingConnector(server, http, limits);
    connector.setIdleTimeout(idle.toMillis());
    try {
      connector.open(socket);
    } catch (IOException e) {
      throw new UncheckedIOException("taking over the socket", e);
    }
    server.addBean(new NetworkConnectionLimit(limits.maxConnections(), connector));
    return connector;
  }
}
