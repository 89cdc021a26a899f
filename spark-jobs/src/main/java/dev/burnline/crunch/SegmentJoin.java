package dev.burnline.crunch;

import dev.burnline.log.UnreadLog;
import dev.burnline.rollup.BootSequences;
import dev.burnline.store.RollupReader;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoredRollup;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
   * What there is of one segment.
   *
   * @param earlier the rollup of what was read in earlier runs; null when the segment is new
   * @param results of all its splits
   */
  public record Pieces(@Nullable StoredRollup earlier, List<SplitResult> results)
      implements Serializable {

    public Pieces {
      results =
          results.stream()
              .sorted(Comparator.comparingLong(result -> result.split().start()))
              .toList();
    }
  }

  /**
   * Joins and stores, up to the first place that could not be read: a rollup covers a prefix.
   *
   * @return why the rest could not be read, where that is so
   */
  public List<UnreadLog> join(Pieces pieces) throws IOException {
    List<StoredRollup> stretches = new ArrayList<>();
    List<UnreadLog> unread = new ArrayList<>();
    BootSequences seen = new BootSequences();
    if (pieces.earlier() != null) {
      stretches.add(pieces.earlier());
      seen = sequences(pieces.earlier());
    }
    for (SplitResult first : pieces.results()) {
      SplitResult result = withRepeatedLinesKnown(first, seen);
      StoredRollup rollup = result.rollup();
      if (rollup != null) {
        stretches.add(rollup);
        seen.append(sequences(rollup));
      }
      if (result.unread() != null) {
        unread.add(result.unread());
        break;
      }
    }
    if (stretches.size() > 1 || (pieces.earlier() == null && !stretches.isEmpty())) {
      store.join(stretches);
    }
    return unread;
  }

  /** What counts is the last reading, also where it came less far than the first. */
  private SplitResult withRepeatedLinesKnown(SplitResult result, BootSequences seen)
      throws IOException {
    return result.rollup() != null && seen.makeRepeatedLinesOf(sequences(result.rollup()))
        ? kernel.run(result.split(), seen.ends())
        : result;
  }

  private BootSequences sequences(StoredRollup rollup) throws IOException {
    try (RollupReader reader = store.open(rollup)) {
      return reader.continuity().sequences();
    }
  }
}
