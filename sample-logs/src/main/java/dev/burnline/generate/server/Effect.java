package dev.burnline.generate.server;

import dev.burnline.generate.chance.Draws;
import java.util.List;

/** What an incident does to one server. Every method but {@link #mark} does nothing by default. */
public interface Effect {

  /** Shapes a request that has just arrived. */
  default void meet(Job job, Draws draws) {}

  /** Bends a reading of the GPU; returns whether it did. */
  default boolean sense(GpuReading reading, long at) {
    return false;
  }

  /** Returns what happens to the process, in order of time. */
  default List<Order> orders() {
    return List.of();
  }

  /** Returns the times of requests that come on top of the ordinary ones, ascending. */
  default List<Long> extraArrivals() {
    return List.of();
  }

  /** Shapes a request from {@link #extraArrivals}, before every effect meets it. */
  default void bring(Job job, Draws draws) {}

  /** Decides whether a line reaches the file. */
  default LineFate fate(EventKind kind, long at, Draws draws) {
    return LineFate.WRITE;
  }

  /** Notes that a line with a mark of this incident was written, or was lost to it. */
  void mark(long at, EventKind kind);
}
