package dev.burnline.rollup;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Requests of which this stretch of log holds only one end: received and not finished yet, or
 * finished and received earlier. The missing end stands in a neighbouring stretch, or nowhere.
 *
 * <p>A request is known by a 64-bit hash of service and request id; among a million of them the
 * chance of one false match is below 10^-7.
 */
public final class RequestPairs implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A receipt that is logged again later than this many finishes ago counts as a new request. */
  private static final int REMEMBERED = 1 << 16;

  /**
   * Requests that began and ended here, of either end of the stretch, which neighbours are told of:
   * a line that is written twice may stand on both sides of a border.
   */
  private static final int TOLD = 64;

  private final Map<Long, Integer> open;
  private final Set<Long> finished;
  private final transient Set<Long> recent =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });
  private final transient List<Long> firstClosed = new ArrayList<>();

  /** Creates pairs of no request. */
  public RequestPairs() {
    this(Map.of(), Set.of());
  }

  /**
   * Creates pairs from their halves.
   *
   * @param open the minute of {@code request.received} by request
   * @param finished requests that finished here and may stand open elsewhere
   */
  public RequestPairs(Map<Long, Integer> open, Set<Long> finished) {
    this.open = new HashMap<>(open);
    this.finished = new HashSet<>(finished);
  }

  void received(String service, String requestId, int minute) {
    long request = hash(service, requestId);
    if (!finished.contains(request) && !recent.contains(request)) {
      open.putIfAbsent(request, minute);
    }
  }

  /**
   * Takes a finished request.
   *
   * @param receivedLogged whether the line's writer announces requests at all; without it nothing
   *     can be open, and nothing needs to be remembered
   */
  void finished(String service, String requestId, boolean receivedLogged) {
    if (open.isEmpty() && !receivedLogged) {
      return;
    }
    long request = hash(service, requestId);
    if (open.remove(request) != null) {
      recent.add(request);
      if (firstClosed.size() < TOLD) {
        firstClosed.add(request);
      }
    } else if (receivedLogged && !recent.contains(request)) {
      finished.add(request);
    }
  }

  /** Forgets the finished halves. */
  void forgetFinished() {
    finished.clear();
  }

  /** Counts requests that began and ended near the stretch's borders among the finished halves. */
  void tellNeighbours() {
    finished.addAll(firstClosed);
    recent.stream().skip(Math.max(0, recent.size() - TOLD)).forEach(finished::add);
  }

  /** Adds the requests of another stretch, whichever came first. */
  public void add(RequestPairs other) {
    other.open.forEach(
        (request, minute) -> {
          if (!finished.contains(request)) {
            open.merge(request, minute, Math::min);
          }
        });
    other.open.keySet().forEach(finished::remove);
    for (Long request : other.finished) {
      if (open.remove(request) == null) {
        finished.add(request);
      }
    }
  }

  /** Returns the requests that were received and not finished, with the minute of receipt. */
  public Map<Long, Integer> open() {
    return Map.copyOf(open);
  }

  /** Returns requests that finished here: those received elsewhere, and those near a border. */
  public Set<Long> finished() {
    return Set.copyOf(finished);
  }

  /** FNV-1a over UTF-16 units, finished with a mixer so that all bits depend on all input. */
  private static long hash(String service, String requestId) {
    long hash = update(0xcbf29ce484222325L, service);
    hash = update((hash ^ 0xFFFF) * 0x100000001b3L, requestId);
    hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return hash ^ (hash >>> 32);
  }

  private static long update(long hash, String text) {
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
