package dev.burnline.store;

import dev.burnline.rollup.Continuity;
import dev.burnline.rollup.Extent;
import dev.burnline.rollup.GroupMinute;
import dev.burnline.rollup.GroupValues;
import dev.burnline.rollup.LogMinute;
import dev.burnline.rollup.Row;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds up rollups row by row, so that memory does not grow with their size. Stretches of a segment
 * that follow each other are joined into one.
 */
final class RollupMerge {

  private final List<Extent> extents = new ArrayList<>();
  private final List<Continuity> continuities = new ArrayList<>();
  private final List<RowSource> sources = new ArrayList<>();

  /** Prepares to add up rollups with the same counters, in any order. */
  RollupMerge(List<RollupReader> rollups) {
    Map<String, List<Piece>> segments = new TreeMap<>();
    for (RollupReader rollup : rollups) {
      sources.add(rollup::next);
      for (int i = 0; i < rollup.extents().size(); i++) {
        Piece piece = new Piece(rollup.extents().get(i), rollup.continuities().get(i));
        segments.computeIfAbsent(piece.extent.segmentId(), key -> new ArrayList<>()).add(piece);
      }
    }
    segments.values().forEach(this::join);
  }

  private void join(List<Piece> pieces) {
    pieces.sort(Comparator.comparingLong(piece -> piece.extent.start()));
    Extent joined = pieces.get(0).extent;
    Continuity continuity = pieces.get(0).continuity;
    for (Piece next : pieces.subList(1, pieces.size())) {
      joined = joined.append(next.extent);
      Optional<LogMinute> placed = continuity.append(next.continuity);
      if (placed.isPresent()) {
        joined = joined.plusLines(placed.get());
        Deque<Row> one = new ArrayDeque<>(List.of(placed.get()));
        sources.add(one::poll);
      }
    }
    extents.add(joined);
    continuities.add(continuity);
  }

  List<Extent> extents() {
    return extents;
  }

  List<Continuity> continuities() {
    return continuities;
  }

  /** Writes all rows, equal keys added up. */
  void writeTo(RollupWriter out) throws IOException {
    PriorityQueue<Head> heads = new PriorityQueue<>();
    for (RowSource source : sources) {
      push(heads, source);
    }
    Row current = null;
    KeptGroups groups = new KeptGroups();
    while (!heads.isEmpty()) {
      Head head = heads.remove();
      if (current == null) {
        current = head.row;
      } else if (Row.ORDER.compare(current, head.row) == 0) {
        current.add(head.row);
      } else {
        groups.writeTo(out, current);
        current = head.row;
      }
      push(heads, head.source);
    }
    if (current != null) {
      groups.writeTo(out, current);
    }
  }

  /** Leaves the rows of values out that are not complete in the sum. */
  private static final class KeptGroups {

    private final Map<String, GroupValues> byField = new HashMap<>();
    private String service = "";

    void writeTo(RollupWriter out, Row row) throws IOException {
      if (!row.service().equals(service)) {
        byField.clear();
        service = row.service();
      }
      if (row instanceof GroupValues values) {
        byField.put(values.field(), values);
      }
      if (!(row instanceof GroupMinute minute) || keeps(minute)) {
        out.write(row);
      }
    }

    private boolean keeps(GroupMinute minute) {
      GroupValues values = byField.get(minute.field());
      return values != null && values.keeps(minute.value());
    }
  }

  private static void push(PriorityQueue<Head> heads, RowSource source) throws IOException {
    Row row = source.next();
    if (row != null) {
      heads.add(new Head(row, source));
    }
  }

  private record Piece(Extent extent, Continuity continuity) {}

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
