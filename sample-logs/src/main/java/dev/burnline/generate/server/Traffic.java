package dev.burnline.generate.server;

import dev.burnline.generate.traffic.Arrivals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Ordinary arrivals and those that incidents add, merged in order of time. */
final class Traffic {

  private final Arrivals ordinary;
  private final PriorityQueue<Extra> extras =
      new PriorityQueue<>(Comparator.comparingLong(Extra::at).thenComparingInt(Extra::number));
  private long nextOrdinary;

  Traffic(Arrivals ordinary, List<? extends Effect> effects) {
    this.ordinary = ordinary;
    this.nextOrdinary = ordinary.next();
    List<? extends Effect> list = new ArrayList<>(effects);
    for (int i = 0; i < list.size(); i++) {
      push(list.get(i).extraArrivals().iterator(), list.get(i), i);
    }
  }

  long next() {
    Extra extra = extras.peek();
    return extra == null ? nextOrdinary : Math.min(nextOrdinary, extra.at);
  }

  /** Takes the next arrival; the effect that brings it, null for an ordinary one. */
  @Nullable Effect take() {
    Extra extra = extras.peek();
    if (extra == null || nextOrdinary <= extra.at) {
      nextOrdinary = ordinary.next();
      return null;
    }
    extras.remove();
    push(extra.rest, extra.from, extra.number);
    return extra.from;
  }

  private void push(Iterator<Long> rest, Effect from, int number) {
    if (rest.hasNext()) {
      extras.add(new Extra(rest.next(), number, from, rest));
    }
  }

  private record Extra(long at, int number, Effect from, Iterator<Long> rest) {}
}
