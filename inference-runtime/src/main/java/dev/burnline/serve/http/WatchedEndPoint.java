package dev.burnline.serve.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that can be asked whether the client has hung up while its request is worked on.
 *
 * <p>Jetty reads nothing from an HTTP/1.1 connection between a request and its answer, so it does
 * not see the client go until it writes. This reads one byte ahead, as Go's net/http does: the end
 * of the stream is a client that has gone, and a byte is the begin of the next request and is given
 * to Jetty when that reads again. A client that only shuts its sending side down counts as gone.
 */
final class WatchedEndPoint extends SocketChannelEndPoint {

  private final ByteBuffer ahead = BufferUtil.allocate(1);
  private boolean gone;

  WatchedEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
    super(channel, selector, key, scheduler);
  }

  /** To be called only while Jetty reads nothing: when a request's body has been read whole. */
  synchronized boolean clientIsGone() {
    if (!gone && !ahead.hasRemaining()) {
      try {
        gone = !isOpen() || super.fill(ahead) < 0;
      } catch (IOException e) {
        gone = true;
      }
    }
    return gone;
  }

  @Override
  public synchronized int fill(ByteBuffer buffer) throws IOException {
    if (ahead.hasRemaining()) {
      int taken = BufferUtil.append(buffer, ahead);
      BufferUtil.clear(ahead);
      return taken;
    }
    return super.fill(buffer);
  }

  @Override
  protected void needsFillInterest() {
    boolean waiting;
    synchronized (this) {
      waiting = ahead.hasRemaining();
    }
    if (waiting) {
      // The selector will never tell of a byte that has been read already.
      getFillInterest().fillable();
    } else {
      super.needsFillInterest();
    }
  }
}
