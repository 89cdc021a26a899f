package dev.burnline.crunch;

import dev.burnline.log.IdentifiedLog;
import dev.burnline.log.LogFinder;
import dev.burnline.log.UnreadLog;
import dev.burnline.rollup.BootSequences;
import dev.burnline.store.RollupFile;
import dev.burnline.store.RollupReader;
import dev.burnline.store.RollupStore;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
   * @param results of all its splits
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
    } catch (IOException e) {
      return List.of(new UnreadLog(name, "cannot be stored: " + LogFinder.reason(e)));
    }
  }

  private List<UnreadLog> joined(Pieces pieces) throws IOException {
    String segment = pieces.log().segmentId();
    BootSequences seen = new BootSequences();
    for (RollupFile file : pieces.before()) {
      seen.append(sequences(file, segment));
    }
    List<RollupFile> added = new ArrayList<>();
    List<UnreadLog> unread = new ArrayList<>();
    for (SplitResult read : pieces.results()) {
      SplitResult result = read;
      if (read.rollup() != null && seen.makeRepeatedLinesOf(sequences(read.rollup(), segment))) {
        result = kernel.run(read.split(), seen.ends());
      }
      if (result.rollup() != null) {
        added.add(result.rollup());
        seen.append(sequences(result.rollup(), segment));
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

  private BootSequences sequences(RollupFile file, String segment) throws IOException {
    try (RollupReader reader = store.open(file)) {
      for (int i = 0; i < reader.extents().size(); i++) {
        if (reader.extents().get(i).segmentId().equals(segment)) {
          return reader.continuities().get(i).sequences();
        }
      }
    }
    return new BootSequences();
  }
}
