package dev.burnline.store;

import dev.burnline.rollup.Continuity;
import dev.burnline.rollup.Extent;
import dev.burnline.rollup.LogMinute;
import dev.burnline.rollup.Row;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Joins the rollups of adjacent stretches into one, row by row: memory does not grow with their
 * size.
 */
final class RollupMerge {

  private final Extent extent;
  private final Continuity continuity;
  private final List<RowSource> sources = new ArrayList<>();

  /** Prepares to join stretches that follow each other, in their order. */
  RollupMerge(List<RollupReader> stretches) {
    Extent joined = stretches.get(0).extent();
    continuity = stretches.get(0).continuity();
    sources.add(stretches.get(0)::next);
    for (RollupReader next : stretches.subList(1, stretches.size())) {
      joined = joined.append(next.extent());
      Optional<LogMinute> placed = continuity.append(next.continuity());
      sources.add(next::next);
      if (placed.isPresent()) {
        joined = joined.plusLines(placed.get());
        Deque<Row> one = new ArrayDeque<>(List.of(placed.get()));
        sources.add(one::poll);
      }
    }
    extent = joined;
  }

  Extent extent() {
    return extent;
  }

  Continuity continuity() {
    return continuity;
  }

  /** Writes all rows, equal keys added up. */
  void writeTo(RollupWriter out) throws IOException {
    PriorityQueue<Head> heads = new PriorityQueue<>();
    for (RowSource source : sources) {
      push(heads, source);
    }
    Row current = null;
    while (!heads.isEmpty()) {
      Head head = heads.remove();
      if (current == null) {
        current = head.row;
      } else if (Row.ORDER.compare(current, head.row) == 0) {
        current.add(head.row);
      } else {
        out.write(current);
        current = head.row;
      }
      push(heads, head.source);
    }
    if (current != null) {
      out.write(current);
    }
  }

  private static void push(PriorityQueue<Head> heads, RowSource source) throws IOException {
    Row row = source.next();
    if (row != null) {
      heads.add(new Head(row, source));
    }
  }

  private interface RowSource {
    @Nullable Row next() throws IOException;
  }

  private record Head(Row row, RowSource source) implements Comparable<Head> {
    @Override
    public int compareTo(Head other) {
      return Row.ORDER.compare(row, other.row);
    }
  }
}
