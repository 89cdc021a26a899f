package dev.burnline.serve.engine.batch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Requests whose listeners have not heard of an end yet. Thread-safe. */
final class LiveTickets {

  private final Set<Ticket> live = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition allGone = lock.newCondition();

  void add(Ticket ticket) {
    live.add(ticket);
  }

  void remove(Ticket ticket) {
    live.remove(ticket);
    if (live.isEmpty()) {
      lock.lock();
      try {
        allGone.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  boolean isEmpty() {
    return live.isEmpty();
  }

  void endWhenDue(long nowNanos) {
    live.forEach(ticket -> ticket.endWhenDue(nowNanos));
  }

  void shutDown() {
    live.forEach(Ticket::shutDown);
  }

  /** Waits until none is left, and returns whether that came before the patience was over. */
  boolean awaitNone(Duration patience) {
    long left = TimeUnit.NANOSECONDS.convert(patience);
    lock.lock();
    try {
      while (!live.isEmpty()) {
        if (left <= 0) {
          return false;
        }
        left = allGone.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
