package dev.burnline.slo.budget;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The good and valid events of one SLO per minute. Minutes without events take no room, so a line
 * with a stray clock does no harm. Immutable.
 */
public final class EventSeries {

  /** Ascending, each once. */
  private final long[] minutes;

  /** Good events of all minutes before the one of the same index; the last is the sum of all. */
  private final long[] goodBefore;

  private final long[] totalBefore;

  /** When events began, if it was told; it may be long before the first of these. */
  private final long since;

  private EventSeries(long[] minutes, long[] goodBefore, long[] totalBefore, long since) {
    this.minutes = minutes;
    this.goodBefore = goodBefore;
    this.totalBefore = totalBefore;
    this.since = since;
  }

  /** Returns a builder without events. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the events of {@code fromMinute <= minute < toMinute}, in minutes since the epoch; none
   * when the span is empty.
   */
  public Events between(long fromMinute, long toMinute) {
    int from = indexOf(fromMinute);
    int to = Math.max(from, indexOf(toMinute));
    return new Events(goodBefore[to] - goodBefore[from], totalBefore[to] - totalBefore[from]);
  }

  /**
   * Returns the same events, of which it is known since when there could have been some: empty
   * slices of time count from then on.
   *
   * @param minute since the epoch
   */
  public EventSeries since(long minute) {
    return new EventSeries(minutes, goodBefore, totalBefore, minute);
  }

  /**
   * Returns since when there could have been events: what was told, or the first minute that has
   * some, whichever is earlier; {@link Long#MAX_VALUE} when nothing was told and there are none.
   */
  public long since() {
    return minutes.length == 0 ? since : Math.min(since, minutes[0]);
  }

  /** Returns whether there are no events and it is not known either since when there could be. */
  boolean isNothing() {
    return since() == Long.MAX_VALUE;
  }

  /** Returns these events, which are a part of the whole and began when that did. */
  EventSeries beginningLike(EventSeries whole) {
    return since(whole.since);
  }

  /** Returns the number of minutes with events. */
  public int size() {
    return minutes.length;
  }

  /**
   * Returns a minute with events, since the epoch.
   *
   * @param index from 0, by time
   */
  public long minuteAt(int index) {
    return minutes[index];
  }

  /** Returns the events of the minute at this index. */
  public Events at(int index) {
    return new Events(
        goodBefore[index + 1] - goodBefore[index], totalBefore[index + 1] - totalBefore[index]);
  }

  /**
   * Returns the events that are in none of some parts.
   *
   * @throws IllegalArgumentException when the parts hold other or more events than the whole
   */
  public EventSeries without(List<EventSeries> parts) {
    Builder rest = builder();
    for (int i = 0; i < minutes.length; i++) {
      Events all = between(minutes[i], minutes[i] + 1);
      long good = all.good();
      long total = all.total();
      for (EventSeries part : parts) {
        Events some = part.between(minutes[i], minutes[i] + 1);
        good -= some.good();
        total -= some.total();
      }
      // Where the whole is an estimate, it may be told less exactly than its parts.
      rest.add(minutes[i], Math.min(good, total), total);
    }
    return rest.build().since(since);
  }

  /** Returns the index of the first minute with events at or after this one. */
  private int indexOf(long minute) {
    int found = Arrays.binarySearch(minutes, minute);
    return found >= 0 ? found : -found - 1;
  }

  /** Returns the good events of all minutes before the n-th; of all of them at {@link #size()}. */
  public long goodBefore(int index) {
    return goodBefore[index];
  }

  /** Returns the events of all minutes before the n-th; of all of them at {@link #size()}. */
  public long totalBefore(int index) {
    return totalBefore[index];
  }

  /** Collects minutes in any order; the same minute may come several times. */
  public static final class Builder {

    private long[] minutes = new long[1024];
    private long[] good = new long[1024];
    private long[] total = new long[1024];
    private int size;
    private boolean isAscending = true;

    private Builder() {}

    /**
     * Adds events of a minute since the epoch.
     *
     * @throws IllegalArgumentException unless 0 <= good <= total
     */
    public Builder add(long epochMinute, long good, long total) {
      Events.check(good, total);
      if (total == 0) {
        return this;
      }
      if (size == minutes.length) {
        minutes = Arrays.copyOf(minutes, 2 * size);
        this.good = Arrays.copyOf(this.good, 2 * size);
        this.total = Arrays.copyOf(this.total, 2 * size);
      }
      isAscending &= size == 0 || minutes[size - 1] <= epochMinute;
      minutes[size] = epochMinute;
      this.good[size] = good;
      this.total[size] = total;
      size++;
      return this;
    }

    /** Returns the series of what was added. */
    public EventSeries build() {
      int[] order = order();
      long[] distinct = new long[size];
      long[] goodBefore = new long[size + 1];
      long[] totalBefore = new long[size + 1];
      int count = 0;
      for (int i : order) {
        if (count == 0 || distinct[count - 1] != minutes[i]) {
          distinct[count] = minutes[i];
          goodBefore[count + 1] = goodBefore[count];
          totalBefore[count + 1] = totalBefore[count];
          count++;
        }
        goodBefore[count] = Math.addExact(goodBefore[count], good[i]);
        totalBefore[count] = Math.addExact(totalBefore[count], total[i]);
      }
      return new EventSeries(
          Arrays.copyOf(distinct, count),
          Arrays.copyOf(goodBefore, count + 1),
          Arrays.copyOf(totalBefore, count + 1),
          Long.MAX_VALUE);
    }

    /** Minutes mostly come in order, and then nothing has to be sorted. */
    private int[] order() {
      IntStream all = IntStream.range(0, size);
      return isAscending
          ? all.toArray()
          : all.boxed()
              .sorted(Comparator.comparingLong(i -> minutes[i]))
              .mapToInt(Integer::intValue)
              .toArray();
    }
  }
}
