package dev.burnline.serve.engine.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait, in order of arrival. Thread-safe.
 *
 * <p>The first in the line goes first. When the key-value budget has no room for it, a later one
 * that fits may overtake, but only so often: after {@code mostOvertakes} nobody goes before it, so
 * that long requests wait for those at work and for no more than so many others.
 */
final class WaitingLine {

  /** What became of a request that came. */
  enum Entry {
    WAITS,
    FULL,
    CLOSED
  }

  private static final class Place {
    final Ticket ticket;
    final long tokens;
    int overtaken;

    Place(Ticket ticket, long tokens) {
      this.ticket = ticket;
      this.tokens = tokens;
    }
  }

  private final int length;
  private final int mostOvertakes;
  private final Deque<Place> line = new ArrayDeque<>();
  private boolean closed;

  WaitingLine(int length, int mostOvertakes) {
    this.length = length;
    this.mostOvertakes = mostOvertakes;
  }

  /**
   * Puts a request at the end.
   *
   * @param tokens what it reserves of the key-value budget
   * @param free how many requests could begin at once; those are let in beyond the length
   */
  synchronized Entry enter(Ticket ticket, long tokens, int free) {
    if (closed) {
      return Entry.CLOSED;
    }
    if (line.size() >= (long) length + free) {
      return Entry.FULL;
    }
    line.addLast(new Place(ticket, tokens));
    return Entry.WAITS;
  }

  /** Takes the request that goes next, if one may and fits into this many tokens. */
  synchronized @Nullable Ticket next(long freeTokens) {
    Place first = line.peekFirst();
    if (first == null) {
      return null;
    }
    if (first.tokens <= freeTokens) {
      line.removeFirst();
      return first.ticket;
    }
    Place overtaking = null;
    for (Place place : line) {
      if (place.tokens <= freeTokens) {
        overtaking = place;
        break;
      }
      if (place.overtaken >= mostOvertakes) {
        return null;
      }
    }
    return overtaking == null ? null : overtake(overtaking);
  }

  private Ticket overtake(Place overtaking) {
    Iterator<Place> places = line.iterator();
    for (Place place = places.next(); place != overtaking; place = places.next()) {
      place.overtaken++;
    }
    places.remove();
    return overtaking.ticket;
  }

  /** Forgets a request that ended while it waited. */
  synchronized void leave(Ticket ticket) {
    line.removeIf(place -> place.ticket == ticket);
  }

  /** Lets nobody in any more; those who wait stay. */
  synchronized void close() {
    closed = true;
  }

  synchronized int size() {
    return line.size();
  }
}
