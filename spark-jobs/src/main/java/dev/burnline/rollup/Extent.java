package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of which segment a rollup covers, and what a reader can tell from that alone.
 *
 * @param segmentId the segment's content identity, hexadecimal
 * @param source what the file was called when it was read
 * @param start offset of the first byte covered, uncompressed
 * @param end offset behind the last byte covered
 * @param counted what the rows count
 * @param services the services seen, sorted
 * @param linesByQuarter lines by quarter of an hour since 1970 UTC; civil days of every zone begin
 *     at a quarter
 * @param requests finished requests counted
 * @param firstMillis the earliest {@code timestamp} since 1970 UTC; {@link Long#MAX_VALUE} without
 *     a usable line
 * @param lastMillis the latest one; {@link Long#MIN_VALUE} without a usable line
 * @param firstRequests the first minute, since 1970 UTC, in which a service has a request, by
 *     service; null in files that were written before this was kept
 */
public record Extent(
    String segmentId,
    String source,
    long start,
    long end,
    CountedKeys counted,
    List<String> services,
    SortedMap<Integer, Long> linesByQuarter,
    long requests,
    long firstMillis,
    long lastMillis,
    @Nullable SortedMap<String, Integer> firstRequests)
    implements Serializable {

  public Extent {
    requireNonNull(segmentId, "segmentId is null");
    requireNonNull(source, "source is null");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a rollup cannot cover %d to %d".formatted(start, end));
    }
    requireNonNull(counted, "counted is null");
    services = List.copyOf(services);
    linesByQuarter = Collections.unmodifiableSortedMap(new TreeMap<>(linesByQuarter));
    if (firstRequests != null) {
      firstRequests = Collections.unmodifiableSortedMap(new TreeMap<>(firstRequests));
    }
  }

  /** Returns the extent of this stretch and the one that follows it directly. */
  public Extent append(Extent next) {
    if (next.start != end || !next.segmentId.equals(segmentId) || !next.counted.equals(counted)) {
      throw new IllegalArgumentException(
          "cannot append %s %d to %s, which ends at %d"
              .formatted(next.segmentId, next.start, segmentId, end));
    }
    Map<Integer, Long> quarters = new TreeMap<>(linesByQuarter);
    next.linesByQuarter.forEach((quarter, lines) -> quarters.merge(quarter, lines, Long::sum));
    List<String> all =
        Stream.concat(services.stream(), next.services.stream()).distinct().sorted().toList();
    return new Extent(
        segmentId,
        next.source,
        start,
        next.end,
        counted,
        all,
        new TreeMap<>(quarters),
        requests + next.requests,
        Math.min(firstMillis, next.firstMillis),
        Math.max(lastMillis, next.lastMillis),
        earlier(firstRequests, next.firstRequests));
  }

  private static @Nullable SortedMap<String, Integer> earlier(
      @Nullable SortedMap<String, Integer> one, @Nullable SortedMap<String, Integer> other) {
    if (one == null || other == null) {
      return null;
    }
    SortedMap<String, Integer> both = new TreeMap<>(one);
    other.forEach((service, minute) -> both.merge(service, minute, Math::min));
    return both;
  }

  /**
   * Returns how many lines there are, usable or not, but those that stand before all usable ones.
   */
  public long lines() {
    return linesByQuarter.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns this extent with lines more that were placed in a minute after it had been read. */
  public Extent plusLines(LogMinute placed) {
    SortedMap<Integer, Long> quarters = new TreeMap<>(linesByQuarter);
    quarters.merge(
        Math.floorDiv(placed.minute(), ServiceQuarter.MINUTES), placed.lines(), Long::sum);
    return new Extent(
        segmentId,
        source,
        start,
        end,
        counted,
        services,
        quarters,
        requests,
        firstMillis,
        lastMillis,
        firstRequests);
  }

  /** Whether a line of this stretch lies in the half-open span of minutes since 1970 UTC. */
  public boolean overlaps(int startMinute, int endMinute) {
    int first = Math.floorDiv(startMinute, ServiceQuarter.MINUTES);
    int last = Math.floorDiv(endMinute - 1, ServiceQuarter.MINUTES);
    return !linesByQuarter.subMap(first, last + 1).isEmpty();
  }
}
