package dev.burnline.serve.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;

/** The socket that clients connect to. */
final class Listening {

  private static final int BACKLOG = 256;

  private Listening() {}

  /** Returns a socket that is bound. */
  static ServerSocketChannel on(String host, int port) throws StartException {
    ServerSocketChannel socket = null;
    try {
      InetAddress address = InetAddress.getByName(host);
      socket = ServerSocketChannel.open();
      socket.bind(new InetSocketAddress(address, port), BACKLOG);
      return socket;
    } catch (UnknownHostException e) {
      throw failed("--host: '%s' is no address of this machine".formatted(host));
    } catch (BindException e) {
      close(socket);
      throw failed(
          "cannot listen on %s:%d: %s. Another program may use the port; choose one by --port."
              .formatted(host, port, e.getMessage()));
    } catch (IOException e) {
      close(socket);
      throw failed("cannot listen on %s:%d: %s".formatted(host, port, e.getMessage()));
    }
  }

  /** Returns where a browser on this machine finds it. */
  static String url(ServerSocketChannel socket) {
    InetAddress address = socket.socket().getInetAddress();
    String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    return "http://%s:%d/"
        .formatted(host.contains(":") ? "[" + host + "]" : host, socket.socket().getLocalPort());
  }

  private static StartException failed(String message) {
    return new StartException(ExitCode.WRONG_USAGE, message);
  }

  private static void close(@org.jspecify.annotations.Nullable ServerSocketChannel socket) {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // It was never used.
        return;
      }
    }
  }
}
