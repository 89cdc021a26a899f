package dev.burnline.serve.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests as bytes, for what no HTTP client would send. */
final class Raw {

  private static final int PATIENCE_MILLIS = 20_000;

  private Raw() {}

  static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  static String request(String body, String id) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return """
    POST /v1/chat/completions HTTP/1.1
    Host: localhost
    Content-Type: application/json
    Connection: keep-alive
    X-Request-Id: %s
    Content-Length: %d

    """
            .formatted(id, length)
            .replace("\n", "\r\n")
        + body;
  }

  /** Sends a request and reads nothing. */
  static Socket post(int port, String body, String id) throws IOException {
    Socket socket = connect(port);
    socket.getOutputStream().write(request(body, id).getBytes(StandardCharsets.UTF_8));
    return socket;
  }
}
