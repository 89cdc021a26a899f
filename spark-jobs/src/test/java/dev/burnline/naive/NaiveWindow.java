package dev.burnline.naive;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The window of an SLO as its definition says; minutes are since 1970-01-01T00:00Z. */
public sealed interface NaiveWindow {

  /** The first minute of the window that is evaluated at the start of a minute. */
  long start(long evaluated);

  /** The minute after its last. */
  long end(long evaluated);

  /** The last days of 24 hours. */
  record LastDays(int days) implements NaiveWindow {

    @Override
    public long start(long evaluated) {
      return evaluated - days * 1440L;
    }

    @Override
    public long end(long evaluated) {
      return evaluated;
    }
  }

  /** Calendar units from a first start on, forever. */
  final class Civil implements NaiveWindow {

    private final LocalDateTime first;
    private final int count;
    private final ChronoUnit unit;
    private final ZoneId zone;
    private final List<Long> starts = new ArrayList<>();

    public Civil(LocalDateTime first, int count, ChronoUnit unit, ZoneId zone) {
      this.first = first;
      this.count = count;
      this.unit = unit;
      this.zone = zone;
    }

    private long startOf(int k) {
      while (starts.size() <= k) {
        LocalDateTime time = first.plus((long) starts.size() * count, unit);
        starts.add(NaiveClock.firstMinuteAt(time, zone));
      }
      return starts.get(k);
    }

    /** Tries one window after the other, from the first on. */
    private int windowOf(long evaluated) {
      int k = 0;
      while (startOf(k + 1) <= evaluated - 1) {
        k++;
      }
      return k;
    }

    @Override
    public long start(long evaluated) {
      return startOf(windowOf(evaluated));
    }

    @Override
    public long end(long evaluated) {
      return startOf(windowOf(evaluated) + 1);
    }
  }
}
