package dev.burnline.crunch;

import dev.burnline.log.IdentifiedLog;
import dev.burnline.log.LogFinder;
import dev.burnline.log.UnreadLog;
import dev.burnline.rollup.BootSequences;
import dev.burnline.rollup.Continuity;
import dev.burnline.rollup.Extent;
import dev.burnline.rollup.Landmarks;
import dev.burnline.store.DamagedRollupException;
import dev.burnline.store.RollupFile;
import dev.burnline.store.RollupReader;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreContent;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Joins what several tasks read of one segment, and what was read of it before.
 *
 * <p>Tasks read their splits not knowing which {@code seq} numbers came before, so lines that
 * repeat lines of an earlier split were counted. Where that shows, the split is read again with
 * that knowledge.
 */
public final class SegmentJoin {

  private final RollupStore store;
  private final SplitKernel kernel;

  /** Creates a join that reads splits again with this kernel. */
  public SegmentJoin(RollupStore store, SplitKernel kernel) {
    this.store = store;
    this.kernel = kernel;
  }

  /**
   * What there is of one log.
   *
   * @param before the files of the store that it continues, in their order
   * @param results of all its splits; none when it is shorter than what was read of it
   */
  public record Pieces(IdentifiedLog log, List<RollupFile> before, List<SplitResult> results)
      implements Serializable {

    public Pieces {
      before = List.copyOf(before);
      results =
          results.stream()
              .sorted(Comparator.comparingLong(result -> result.split().start()))
              .toList();
    }
  }

  /**
   * Joins and stores, up to the first place that could not be read: a rollup covers a prefix.
   *
   * @return why the rest could not be read or stored, where that is so
   */
  public List<UnreadLog> join(Pieces pieces) {
    String name = pieces.log().file().displayName();
    try {
      return joined(pieces);
    } catch (DamagedRollupException e) {
      return List.of(setAside(name, pieces.before(), e));
    } catch (IOException e) {
      return List.of(new UnreadLog(name, "cannot be stored: " + LogFinder.reason(e)));
    }
  }

  /** Moves a damaged rollup out of the way, so that the next look reads its lines again. */
  private UnreadLog setAside(String name, List<RollupFile> before, DamagedRollupException e) {
    String reason = LogFinder.reason(e);
    try {
      if (before.stream().anyMatch(file -> file.name().equals(e.name()))) {
        store.setAside(List.of(new StoreContent.DamagedRollup(e.name(), e.reason())));
      }
      return new UnreadLog(name, reason, true);
    } catch (IOException stuck) {
      return new UnreadLog(name, reason + "; " + LogFinder.reason(stuck));
    }
  }

  private List<UnreadLog> joined(Pieces pieces) throws IOException {
    String name = pieces.log().file().displayName();
    String segment = pieces.log().segmentId();
    BootSequences seen = new BootSequences();
    Landmarks landmarks = new Landmarks();
    for (RollupFile file : pieces.before()) {
      Continuity before = continuity(file, segment);
      seen.append(before.sequences());
      landmarks.append(before.landmarks());
    }
    List<RollupFile> added = new ArrayList<>();
    List<UnreadLog> unread = new ArrayList<>();
    long end =
        pieces.before().stream().mapToLong(file -> stretch(file, segment).end()).max().orElse(0);
    changed(pieces, landmarks, end).ifPresent(unread::add);
    for (SplitResult read : pieces.results()) {
      SplitResult result = read;
      if (read.rollup() != null && isRewritten(read, segment, end)) {
        result = kernel.runFrom(end, read.split(), seen.ends());
        unread.add(rewritten(name, end, stretch(read.rollup(), segment).start()));
      } else if (read.rollup() != null
          && seen.makeRepeatedLinesOf(continuity(read.rollup(), segment).sequences())) {
        result = kernel.run(read.split(), seen.ends());
      }
      if (result.rollup() != null) {
        if (stretch(result.rollup(), segment).start() != end) {
          unread.add(new UnreadLog(name, "it changed while it was read", true));
          break;
        }
        added.add(result.rollup());
        end = stretch(result.rollup(), segment).end();
        seen.append(continuity(result.rollup(), segment).sequences());
      }
      if (result.unread() != null) {
        unread.add(result.unread());
        break;
      }
    }
    if (!added.isEmpty()) {
      List<RollupFile> stretches = new ArrayList<>(continued(pieces.before()));
      stretches.addAll(added);
      store.join(stretches);
    }
    return unread;
  }

  /** A compacted file stays as it is; what comes after it begins a file of its own. */
  private static List<RollupFile> continued(List<RollupFile> before) {
    if (before.isEmpty() || before.get(before.size() - 1).isCompacted()) {
      return List.of();
    }
    return before.subList(before.size() - 1, before.size());
  }

  /**
   * Whether the log was cut behind its first line, as a crash of its machine does, and written on:
   * no line begins any more where the last one ended that was read before.
   */
  private static boolean isRewritten(SplitResult read, String segment, long end) {
    return end > 0
        && read.split().start() == end
        && read.rollup() != null
        && stretch(read.rollup(), segment).start() > end;
  }

  /**
   * Tells of a log that is not what was read before, as far as its lines tell: it was cut and
   * written on, or it is another one with the same first line. Nothing where {@link #isRewritten}
   * will see it.
   */
  private Optional<UnreadLog> changed(Pieces pieces, Landmarks landmarks, long end) {
    IdentifiedLog log = pieces.log();
    if (kernel.holds(log, landmarks.upTo(end))) {
      return Optional.empty();
    }
    String name = log.file().displayName();
    boolean goesOn = pieces.results().stream().anyMatch(result -> result.rollup() != null);
    if (goesOn && !lineBeginsAt(end, pieces)) {
      return Optional.empty();
    }
    if (log.isCompressed()) {
      String counted = goesOn ? "what it has up to byte %d".formatted(end) : "it";
      return Optional.of(
          new UnreadLog(
              name,
              "it begins with the same line as what was read before and goes on differently; %s is not counted"
                  .formatted(counted)));
    }
    return Optional.of(
        goesOn
            ? rewritten(name, end, end)
            : new UnreadLog(
                name,
                "it has %d bytes, but %d were read of it before it was shortened; what was written since is not counted"
                    .formatted(log.file().size(), end)));
  }

  private static boolean lineBeginsAt(long end, Pieces pieces) {
    return pieces.results().stream()
        .limit(1)
        .map(SplitResult::rollup)
        .filter(Objects::nonNull)
        .anyMatch(first -> stretch(first, pieces.log().segmentId()).start() == end);
  }

  private static UnreadLog rewritten(String name, long readBefore, long start) {
    return new UnreadLog(
        name,
        "it was shortened after it had been read up to byte %d; what was written up to byte %d since is not counted"
            .formatted(readBefore, start));
  }

  private static Extent stretch(RollupFile file, String segment) {
    return file.extentOf(segment).orElseThrow();
  }

  private Continuity continuity(RollupFile file, String segment) throws IOException {
    try (RollupReader reader = store.open(file)) {
      for (int i = 0; i < reader.extents().size(); i++) {
        if (reader.extents().get(i).segmentId().equals(segment)) {
          return reader.continuities().get(i);
        }
      }
    }
    return new Continuity();
  }
}
