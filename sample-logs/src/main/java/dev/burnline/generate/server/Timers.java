package dev.burnline.generate.server;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is due later, in order of time; equal times in the order in which they were asked for. */
final class Timers {

  private final PriorityQueue<Timer> queue =
      new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::number));
  private long asked;

  void at(long at, Action action) {
    queue.add(new Timer(at, asked++, action));
  }

  long next() {
    Timer head = queue.peek();
    return head == null ? Long.MAX_VALUE : head.at;
  }

  void run() throws IOException {
    queue.remove().action.run();
  }

  interface Action {
    void run() throws IOException;
  }

  private record Timer(long at, long number, Action action) {}
}
