package dev.burnline.serve.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.burnline.serve.event.ErrorType;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Tells what is not even HTTP in the API's form; says nothing that came from the client. */
final class TransportErrors extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus() < 400 ? 500 : response.getStatus();
    ErrorType type = status < 500 ? ErrorType.VALIDATION : ErrorType.ENGINE_ERROR;
    ApiError error = ApiError.of(status, type, HttpStatus.getMessage(status));
    byte[] body;
    try {
      body = Exchange.JSON.writeValueAsBytes(error.body());
    } catch (JsonProcessingException e) {
      body = "{}".getBytes(UTF_8);
    }
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }
}
