package dev.burnline.serve.requestlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A folder in memory that can be full, slow, broken or stuck. */
final class FakeDisk implements LogFolder {

  private final List<Content> rotated = new ArrayList<>();
  private Content active = new Content();
  private final AtomicReference<@Nullable Error> failure = new AtomicReference<>();
  private final AtomicLong roomBytes = new AtomicLong(Long.MAX_VALUE);
  private volatile int bytesPerWrite = Integer.MAX_VALUE;
  private volatile boolean truncateFails;
  private volatile boolean rotateFails;
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile CountDownLatch stuck = new CountDownLatch(1);

  void roomFor(long bytes) {
    roomBytes.set(bytes);
  }

  void writeAtMost(int bytes) {
    bytesPerWrite = bytes;
  }

  void failTruncate(boolean fails) {
    truncateFails = fails;
  }

  void failRotate(boolean fails) {
    rotateFails = fails;
  }

  /** Lets writes hang from now on. */
  void block() {
    stuck = new CountDownLatch(1);
    gate = new CountDownLatch(1);
  }

  void awaitStuckWriter() throws InterruptedException {
    stuck.await();
  }

  void unblock() {
    gate.countDown();
  }

  /** Leaves this in the active file, as an earlier process would. */
  void leave(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    active.write(bytes, 0, bytes.length);
  }

  /** Puts another, empty file in the place of the active one. */
  void replaceActive() {
    rotated.add(active);
    active = new Content();
  }

  String activeText() {
    return active.toString(UTF_8);
  }

  List<Integer> rotatedSizes() {
    return rotated.stream().map(Content::size).toList();
  }

  /** Returns the content of all files, oldest first. */
  String allText() {
    StringBuilder text = new StringBuilder();
    rotated.forEach(content -> text.append(content.toString(UTF_8)));
    return text.append(activeText()).toString();
  }

  /** The next write fails with this. */
  void failOnceWith(Error error) {
    failure.set(error);
  }

  @Override
  public LogFile open() throws IOException {
    if (roomBytes.get() < 0) {
      throw new IOException("no such device");
    }
    return new OpenFile(active);
  }

  @Override
  public void rotate() throws IOException {
    if (rotateFails) {
      throw new IOException("read-only folder");
    }
    replaceActive();
  }

  private static final class Content extends ByteArrayOutputStream {
    synchronized void cut(int size) {
      count = Math.min(count, size);
    }

    synchronized boolean endsWithLine() {
      return count == 0 || buf[count - 1] == '\n';
    }
  }

  private final class OpenFile implements LogFile {
    private final Content content;

    OpenFile(Content content) {
      this.content = content;
    }

    @Override
    public long size() {
      return content.size();
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      awaitGate();
      Error error = failure.getAndSet(null);
      if (error != null) {
        throw error;
      }
      int length = (int) Math.min(Math.min(bytes.remaining(), bytesPerWrite), roomBytes.get());
      if (length <= 0) {
        throw new IOException("no space left on device");
      }
      byte[] part = new byte[length];
      bytes.get(part);
      content.write(part, 0, length);
      roomBytes.addAndGet(-length);
      return length;
    }

    private void awaitGate() throws IOException {
      stuck.countDown();
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }

    @Override
    public void truncate(long size) throws IOException {
      if (truncateFails) {
        throw new IOException("input/output error");
      }
      content.cut((int) size);
    }

    @Override
    public boolean endsWithLine() {
      return content.endsWithLine();
    }

    @Override
    public boolean isActive() {
      return content == active;
    }

    @Override
    public void close() {}
  }
}
