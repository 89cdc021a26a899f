package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import dev.burnline.scan.Unusable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a stretch of log needs to know of the stretch before it, and tells the one behind it:
 * numbers seen, requests cut in two, and the unusable lines that no usable line precedes; and by
 * which lines the stretch is known again.
 */
public final class Continuity implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Unusable lines that are kept as samples, per segment. */
  public static final int MAX_SAMPLES = 20;

  private final BootSequences sequences;
  private final RequestPairs pairs;
  private final LogMinute leading;
  private final List<UnusableSample> samples;
  private final Landmarks landmarks;
  private @Nullable Integer firstMinute;
  private @Nullable Integer lastMinute;

  /** Creates the continuity of an empty stretch. */
  public Continuity() {
    this(new BootSequences(), new RequestPairs(), new LogMinute(0), List.of(), null, null);
  }

  /** Creates the continuity of a stretch without landmarks. */
  public Continuity(
      BootSequences sequences,
      RequestPairs pairs,
      LogMinute leading,
      List<UnusableSample> samples,
      @Nullable Integer firstMinute,
      @Nullable Integer lastMinute) {
    this(sequences, pairs, leading, samples, firstMinute, lastMinute, new Landmarks());
  }

  /**
   * Creates a continuity from its parts, which are taken over.
   *
   * @param leading unusable lines before the first usable one; its own minute means nothing
   * @param firstMinute of the first usable line, null without one
   * @param lastMinute of the last usable line in the order of the file, null without one
   * @param landmarks empty where an earlier version read the stretch
   */
  public Continuity(
      BootSequences sequences,
      RequestPairs pairs,
      LogMinute leading,
      List<UnusableSample> samples,
      @Nullable Integer firstMinute,
      @Nullable Integer lastMinute,
      Landmarks landmarks) {
    this.sequences = requireNonNull(sequences, "sequences is null");
    this.pairs = requireNonNull(pairs, "pairs is null");
    this.leading = requireNonNull(leading, "leading is null");
    this.samples = new ArrayList<>(samples);
    this.firstMinute = firstMinute;
    this.lastMinute = lastMinute;
    this.landmarks = requireNonNull(landmarks, "landmarks is null");
  }

  void usableLineAt(int minute) {
    if (firstMinute == null) {
      firstMinute = minute;
    }
    lastMinute = minute;
  }

  void sample(long offset, Unusable reason) {
    if (samples.size() < MAX_SAMPLES) {
      samples.add(new UnusableSample(offset, reason));
    }
  }

  /**
   * Appends the stretch that follows directly.
   *
   * @return what {@code next} could not place in time on its own, now placed; empty when there is
   *     nothing
   */
  public Optional<LogMinute> append(Continuity next) {
    sequences.append(next.sequences);
    pairs.add(next.pairs);
    landmarks.append(next.landmarks);
    next.samples.forEach(sample -> sample(sample.offset(), sample.reason()));
    Integer before = lastMinute;
    if (firstMinute == null) {
      firstMinute = next.firstMinute;
    }
    if (next.lastMinute != null) {
      lastMinute = next.lastMinute;
    }
    if (next.leading.lines() == 0) {
      return Optional.empty();
    }
    if (before == null) {
      leading.addFigures(next.leading);
      return Optional.empty();
    }
    LogMinute placed = new LogMinute(before);
    placed.addFigures(next.leading);
    return Optional.of(placed);
  }

  /** Returns the unusable lines at the segment's start, in the minute of its first usable line. */
  public Optional<LogMinute> placedLeading() {
    if (firstMinute == null || leading.lines() == 0) {
      return Optional.empty();
    }
    LogMinute placed = new LogMinute(firstMinute);
    placed.addFigures(leading);
    return Optional.of(placed);
  }

  /** Returns the numbers seen. */
  public BootSequences sequences() {
    return sequences;
  }

  /** Returns the requests that are cut in two. */
  public RequestPairs pairs() {
    return pairs;
  }

  /** Returns the unusable lines before the first usable one; its minute means nothing. */
  public LogMinute leading() {
    return leading;
  }

  /** Returns the first few unusable lines. */
  public List<UnusableSample> samples() {
    return List.copyOf(samples);
  }

  /** Returns the lines by which the stretch is known again. */
  public Landmarks landmarks() {
    return landmarks;
  }

  /** Returns the minute of the first usable line; null without one. */
  public @Nullable Integer firstMinute() {
    return firstMinute;
  }

  /** Returns the minute of the last usable line; null without one. */
  public @Nullable Integer lastMinute() {
    return lastMinute;
  }
}
