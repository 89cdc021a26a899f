package dev.burnline.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * The body of a request as it comes, until its time is over: then reading fails with a {@link
 * TimeoutException} as its cause, be its client slow or silent.
 */
final class BodyInput extends InputStream {

  private final HttpServletRequest request;
  private final Wire wire;
  private final long deadlineNanos;

  /**
   * The time begins now.
   *
   * @param time how long the body may take
   */
  BodyInput(HttpServletRequest request, Duration time) {
    this.request = request;
    this.wire = Wire.of(request);
    this.deadlineNanos = System.nanoTime() + time.toNanos();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int from, int most) throws IOException {
    Duration left = Duration.ofNanos(deadlineNanos - System.nanoTime());
    if (left.isNegative()) {
      throw new IOException(new TimeoutException("the time for the body is over"));
    }
    wire.waitAtMost(left);
    try {
      return request.getInputStream().read(bytes, from, most);
    } finally {
      wire.waitAsUsual();
    }
  }
}
