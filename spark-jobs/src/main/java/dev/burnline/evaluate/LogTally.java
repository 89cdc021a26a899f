package dev.burnline.evaluate;

import dev.burnline.report.Completeness;
import dev.burnline.report.Run.MalformedSample;
import dev.burnline.rollup.BootMinute;
import dev.burnline.rollup.Continuity;
import dev.burnline.rollup.Extent;
import dev.burnline.rollup.LogMinute;
import dev.burnline.rollup.RequestPairs;
import dev.burnline.rollup.SeqRange;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How much of the log was there and readable, over all segments. */
public final class LogTally implements Tally {

  private static final long serialVersionUID = 1L;
  private static final int MAX_SAMPLES = 20;

  private final LogMinute window = new LogMinute(0);
  private final Map<String, List<SeqRange>> sequences = new HashMap<>();
  private final RequestPairs pairs = new RequestPairs();
  private final HeartbeatTally heartbeats = new HeartbeatTally();
  private final Set<String> segments = new HashSet<>();
  private final List<Sample> samples = new ArrayList<>();
  private long requests;

  /** Where an unusable line stands. */
  private record Sample(String source, long offset, String reason) implements Serializable {
    static final Comparator<Sample> ORDER =
        Comparator.comparing(Sample::source).thenComparingLong(Sample::offset);
  }

  /** Adds what connects a stretch with the others, and counts its segment if it has lines. */
  void add(Extent extent, Continuity continuity, MinuteSpan inWindow) {
    if (extent.overlaps(inWindow.start(), inWindow.end())) {
      segments.add(extent.segmentId());
      continuity
          .samples()
          .forEach(
              sample ->
                  samples.add(new Sample(extent.source(), sample.offset(), sample.reason().key())));
      cutSamples();
    }
    continuity.sequences().ranges().forEach(this::addRanges);
    pairs.add(continuity.pairs());
  }

  /** Adds a boot's minute of the window. */
  void add(BootMinute minute) {
    heartbeats.add(minute);
  }

  /** Adds a minute of the window. */
  void add(LogMinute minute) {
    window.addFigures(minute);
  }

  void addRequests(long more) {
    requests += more;
  }

  private void addRanges(String boot, List<SeqRange> ranges) {
    sequences.computeIfAbsent(boot, key -> new ArrayList<>()).addAll(ranges);
  }

  private void cutSamples() {
    samples.sort(Sample.ORDER);
    if (samples.size() > MAX_SAMPLES) {
      samples.subList(MAX_SAMPLES, samples.size()).clear();
    }
  }

  @Override
  public String key() {
    return "";
  }

  @Override
  public Tally merge(Tally other) {
    if (!(other instanceof LogTally more)) {
      throw new IllegalArgumentException(
          "cannot add service '%s' to the log".formatted(other.key()));
    }
    segments.addAll(more.segments);
    requests += more.requests;
    window.addFigures(more.window);
    heartbeats.add(more.heartbeats);
    more.sequences.forEach(this::addRanges);
    pairs.add(more.pairs);
    samples.addAll(more.samples);
    cutSamples();
    return this;
  }

  /** Returns the finished figures. */
  public Completeness completeness(ReportPlan plan) {
    SortedMap<String, Long> reasons = new TreeMap<>();
    window.unusable().forEach((reason, count) -> reasons.put(reason.key(), count));
    return new Completeness(
        segments.size(),
        window.bytes(),
        window.lines(),
        requests,
        reasons.values().stream().mapToLong(Long::longValue).sum(),
        reasons,
        sequences.values().stream().mapToLong(ranges -> lost(ranges, plan.window())).sum(),
        pairs.open().values().stream().filter(plan.window()::contains).count(),
        window.duplicateRequests(),
        window.repeatedLines(),
        heartbeats.unlogged(plan.window()));
  }

  /** Returns the first few unusable lines of the segments in the window. */
  public List<MalformedSample> malformedSamples() {
    return samples.stream()
        .map(sample -> new MalformedSample(sample.source, sample.offset, sample.reason))
        .toList();
  }

  /** The numbers missing between those seen, by the minute in which the writing went on. */
  private static long lost(List<SeqRange> ranges, MinuteSpan window) {
    List<SeqRange> ascending = new ArrayList<>(ranges);
    ascending.sort(Comparator.comparingLong(SeqRange::first));
    long lost = 0;
    long seenUpTo = ascending.get(0).first() - 1;
    for (SeqRange range : ascending) {
      if (range.first() > seenUpTo + 1 && window.contains(range.firstMinute())) {
        lost += range.first() - seenUpTo - 1;
      }
      seenUpTo = Math.max(seenUpTo, range.last());
    }
    return lost;
  }
}
