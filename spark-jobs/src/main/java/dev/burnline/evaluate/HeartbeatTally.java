package dev.burnline.evaluate;

import dev.burnline.rollup.BootMinute;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the boots of the report's window say they finished, against what stands in the log. */
final class HeartbeatTally implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, SortedMap<Integer, BootMinute>> boots = new HashMap<>();

  void add(BootMinute minute) {
    boots
        .computeIfAbsent(minute.bootId(), key -> new TreeMap<>())
        .merge(minute.minute(), minute, HeartbeatTally::sum);
  }

  void add(HeartbeatTally other) {
    other.boots.values().forEach(minutes -> minutes.values().forEach(this::add));
  }

  private static BootMinute sum(BootMinute a, BootMinute b) {
    a.add(b);
    return a;
  }

  /**
   * Requests that were finished between the window's first and last heartbeat of their boot and are
   * not in the log. All requests logged in the two border minutes, and in the one after the last,
   * are taken for logged in between: the count is a lower bound and never a false alarm.
   */
  long unlogged(MinuteSpan window) {
    return boots.values().stream().mapToLong(minutes -> unlogged(minutes, window)).sum();
  }

  private static long unlogged(SortedMap<Integer, BootMinute> minutes, MinuteSpan window) {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    long least = 0;
    long most = 0;
    for (BootMinute minute : minutes.values()) {
      if (minute.hasHeartbeat() && window.contains(minute.minute())) {
        if (first == Integer.MAX_VALUE) {
          first = minute.minute();
          least = minute.leastTotal();
        }
        last = minute.minute();
        most = Math.max(most, minute.mostTotal());
      }
    }
    if (last <= first) {
      return 0;
    }
    long logged =
        minutes.subMap(first, last + 2).values().stream().mapToLong(BootMinute::finishes).sum();
    return Math.max(0, most - least - logged);
  }
}
