package dev.burnline.serve.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.burnline.serve.event.ErrorType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON to one client. */
final class Exchange {

  static final ObjectWriter JSON = new ObjectMapper().writer();

  private final HttpServletResponse response;

  Exchange(HttpServletResponse response) {
    this.response = response;
  }

  HttpServletResponse response() {
    return response;
  }

  void headers(Map<String, String> headers) {
    headers.forEach(response::setHeader);
  }

  /** Writes a whole answer. */
  void send(int httpStatus, Map<String, ? extends @Nullable Object> body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    response.setStatus(httpStatus);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
    response.getOutputStream().flush();
  }

  /** Writes an error, unless an answer has begun already. */
  void send(ApiError error) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    if (error.isTemporary()) {
      response.setHeader("Retry-After", String.valueOf(ApiError.RETRY_AFTER_SECONDS));
    }
    if (error.httpStatus() == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    if (error.httpStatus() == 408
        || error.httpStatus() == 413
        || error.type() == ErrorType.SHUTDOWN) {
      // What is left of the body is not worth reading, or of the server.
      response.setHeader("Connection", "close");
    }
    send(error.httpStatus(), error.body());
  }
}
