package dev.burnline.serve.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that knows whether it waits for its client, and that can be asked whether the client
 * has hung up while its request is worked on.
 *
 * <p>Jetty reads nothing from an HTTP/1.1 connection between a request and its answer, so it does
 * not see the client go until it writes. This reads ahead, as Go's net/http does: the end of the
 * stream is a client that has gone, and bytes before it are the next request and are given to Jetty
 * when that reads again. A client that only shuts its sending side down counts as gone; one that
 * has sent more than is read ahead is not seen to go.
 */
final class WatchedEndPoint extends SocketChannelEndPoint implements Wire {

  /** Who is to do something. */
  private enum Turn {
    NOBODY,
    CLIENT_SENDS_HEADER,
    CLIENT_SENDS_BODY,
    SERVER
  }

  private static final int AHEAD_BYTES = 4 << 10;

  private final long usualIdleMillis;
  private ByteBuffer ahead = BufferUtil.EMPTY_BUFFER;
  private boolean gone;
  private Turn turn = Turn.NOBODY;

  /** When it began to wait for its client: when it was free, then when a request began to come. */
  private long sinceNanos = System.nanoTime();

  WatchedEndPoint(
      SocketChannel channel,
      ManagedSelector selector,
      SelectionKey key,
      Scheduler scheduler,
      long usualIdleMillis) {
    super(channel, selector, key, scheduler);
    this.usualIdleMillis = usualIdleMillis;
    setIdleTimeout(usualIdleMillis);
  }

  /** To be called only while Jetty reads nothing: when a request's body has been read whole. */
  @Override
  public synchronized boolean isGone() {
    if (!gone) {
      try {
        if (ahead.capacity() == 0) {
          ahead = BufferUtil.allocate(AHEAD_BYTES);
        }
        gone = !isOpen() || super.fill(ahead) < 0;
      } catch (IOException e) {
        gone = true;
      }
    }
    return gone;
  }

  @Override
  public synchronized int fill(ByteBuffer buffer) throws IOException {
    int taken;
    if (ahead.hasRemaining()) {
      taken = BufferUtil.append(buffer, ahead);
    } else {
      taken = super.fill(buffer);
    }
    if (taken > 0 && turn == Turn.NOBODY) {
      turn = Turn.CLIENT_SENDS_HEADER;
      sinceNanos = System.nanoTime();
    }
    return taken;
  }

  synchronized void headerIsRead(boolean bodyFollows) {
    turn = bodyFollows ? Turn.CLIENT_SENDS_BODY : Turn.SERVER;
  }

  @Override
  public synchronized void bodyIsRead() {
    turn = Turn.SERVER;
  }

  @Override
  public void waitAtMost(Duration time) {
    setIdleTimeout(Math.max(1, time.toMillis())); // 0 would be for ever.
  }

  @Override
  public void waitAsUsual() {
    setIdleTimeout(usualIdleMillis);
  }

  @Override
  public void cut() {
    close();
  }

  synchronized void requestIsDone() {
    turn = Turn.NOBODY;
    sinceNanos = System.nanoTime();
  }

  /** Returns whether the server has nothing to do for it until its client sends more. */
  synchronized boolean waitsForClient() {
    return turn != Turn.SERVER;
  }

  /** Returns since when it has waited for its client, as {@code System.nanoTime} does. */
  synchronized long waitingSinceNanos() {
    return sinceNanos;
  }

  synchronized boolean isInHeaderLongerThan(Duration time) {
    return turn == Turn.CLIENT_SENDS_HEADER && System.nanoTime() - sinceNanos > time.toNanos();
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
