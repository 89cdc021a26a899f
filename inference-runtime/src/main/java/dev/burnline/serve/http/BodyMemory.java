package dev.burnline.serve.http;

import dev.burnline.serve.event.ErrorType;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all bodies together may take while they come in and wait to be read. Connections
 * are many and bodies long, so without a bound clients could fill the heap by sending alone.
 */
final class BodyMemory {

  private static final int SHARE_OF_HEAP = 8;

  private final long mostBytes;
  private final AtomicLong takenBytes = new AtomicLong();

  BodyMemory(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Returns an eighth of the heap. */
  static BodyMemory ofHeap() {
    return new BodyMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
  }

  /** Takes so much, or refuses the request that needs it when there is not so much left. */
  void take(int bytes) throws ApiException {
    if (takenBytes.addAndGet(bytes) > mostBytes) {
      takenBytes.addAndGet(-bytes);
      throw ApiException.of(
          503, ErrorType.OVERLOADED, "other bodies take all the memory that there is for bodies");
    }
  }

  void giveBack(long bytes) {
    takenBytes.addAndGet(-bytes);
  }

  long mostBytes() {
    return mostBytes;
  }

  long takenBytes() {
    return takenBytes.get();
  }
}
