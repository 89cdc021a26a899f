package dev.burnline.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** Tells whether the client of a request is still there. */
interface Wire {

  /** Returns whether the client has closed the connection; never waits. */
  boolean isGone();

  /** Returns the connection of a request whose body has been read whole. */
  static Wire of(HttpServletRequest request) {
    EndPoint endPoint =
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    return endPoint instanceof WatchedEndPoint watched ? watched::clientIsGone : () -> false;
  }
}
