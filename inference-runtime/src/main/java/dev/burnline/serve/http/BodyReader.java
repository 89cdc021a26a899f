package dev.burnline.serve.http;

import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.settings.Limits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the body of a request, within its limits of length, time and memory. */
final class BodyReader {

  private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);
  private static final String CHARSET = "charset=";
  private static final int DISCARDED_BYTES = 8 << 10;

  private final Limits limits;
  private final BodyMemory memory;
  private final long mostBytes;

  BodyReader(Limits limits, BodyMemory memory) {
    this.limits = limits;
    this.memory = memory;
    // What finds no memory even when it is alone need not come again.
    this.mostBytes = Math.min(limits.maxBodyBytes(), Body.longest(memory));
  }

  /** Returns the body of a request whose time begins now. */
  BodyInput open(HttpServletRequest request) {
    return new BodyInput(request, limits.bodyTime());
  }

  /** Returns the whole body, which the caller closes. */
  Body read(HttpServletRequest request, BodyInput in) throws ApiException {
    checkCoding(request);
    checkType(request);
    if (request.getContentLengthLong() > mostBytes) {
      throw tooLong();
    }
    Body body = new Body(memory);
    boolean whole = false;
    try {
      readInto(body, in);
      whole = true;
      return body;
    } catch (IOException | RuntimeException e) {
      throw unreadable(e, Wire.of(request));
    } finally {
      if (!whole) {
        body.close();
      }
    }
  }

  private void readInto(Body body, InputStream in) throws IOException, ApiException {
    while (body.length() < mostBytes) {
      if (!body.readFrom(in, mostBytes - body.length())) {
        return;
      }
    }
    if (in.read() >= 0) {
      throw tooLong();
    }
  }

  /**
   * Reads what a refused client still sends, within the same limits and the same time: a connection
   * that is closed on a client in the middle of its body can lose it the answer, and the next
   * request on it too.
   */
  void discardRest(HttpServletRequest request, BodyInput in) {
    if (request.getHeader("Expect") != null) {
      return; // It waits to be told to send, and was told otherwise.
    }
    byte[] chunk = new byte[DISCARDED_BYTES];
    long left = limits.maxBodyBytes();
    try {
      for (int read = in.read(chunk); read >= 0 && left > 0; read = in.read(chunk)) {
        left -= read;
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("the rest of a refused body did not come", e);
    }
  }

  /** Jetty takes chunks for the body also where they are of something compressed. */
  private static void checkCoding(HttpServletRequest request) throws ApiException {
    for (String coding : Collections.list(request.getHeaders("Transfer-Encoding"))) {
      if (!coding.strip().equalsIgnoreCase("chunked")) {
        throw ApiException.of(
            501, ErrorType.VALIDATION, "a body must have no Transfer-Encoding but chunked");
      }
    }
  }

  /**
   * Only JSON is taken: a web page of another site can send a form or plain text to this machine
   * without asking, but not JSON.
   */
  private static void checkType(HttpServletRequest request) throws ApiException {
    String type = request.getHeader("Content-Type"); // Jetty's getContentType fails on odd ones.

    if (type == null || !isJson(type)) {
      throw ApiException.of(
          415, ErrorType.VALIDATION, "the Content-Type must be application/json in UTF-8");
    }
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw ApiException.of(415, ErrorType.VALIDATION, "a body must not have a Content-Encoding");
    }
  }

  private static boolean isJson(String type) {
    String[] parts = type.toLowerCase(Locale.ROOT).replace(" ", "").split(";", -1);
    for (int part = 1; part < parts.length; part++) {
      if (parts[part].startsWith(CHARSET)
          && !isUtf8(parts[part].substring(CHARSET.length()).replace("\"", ""))) {
        return false;
      }
    }
    return parts[0].equals("application/json");
  }

  /** Clients write it in several ways, as utf8. */
  private static boolean isUtf8(String name) {
    try {
      return Charset.forName(name).equals(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private ApiException tooLong() {
    return ApiException.of(
        413,
        ErrorType.VALIDATION,
        "the body must not be longer than %d bytes".formatted(mostBytes));
  }

  private ApiException late() {
    return ApiException.of(
        408,
        ErrorType.CLIENT_DISCONNECT,
        "the body did not come within %d s".formatted(limits.bodyTime().toSeconds()));
  }

  /** To Jetty broken chunks are an early end of the body, as is a client that is gone. */
  private ApiException unreadable(Exception e, Wire wire) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return late();
      }
      if (cause instanceof HttpException && !wire.isGone()) {
        return ApiException.of(
            400, ErrorType.MALFORMED_JSON, "the body is not what its headers say");
      }
    }
    return ApiException.of(
        499, ErrorType.CLIENT_DISCONNECT, "the client went away while it sent the body");
  }
}
