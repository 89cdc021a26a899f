package dev.burnline.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** The connection of a request. */
interface Wire {

  /**
   * Returns whether the client has closed the connection; never waits. Only for a request whose
   * body has been read whole.
   */
  boolean isGone();

  /** Says that the body has come: from now on the connection waits for the server. */
  void bodyIsRead();

  /** Says how long the client may neither send nor read until a read or write fails. */
  void waitAtMost(Duration time);

  /** Takes {@link #waitAtMost} back. */
  void waitAsUsual();

  /** Closes the connection: a client that has a part of its answer sees that it is not whole. */
  void cut();

  /** Returns the connection of a request. */
  static Wire of(HttpServletRequest request) {
    EndPoint endPoint =
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    if (endPoint instanceof WatchedEndPoint watched) {
      return watched;
    }
    throw new IllegalStateException("a connection of another kind: " + endPoint.getClass());
  }
}
