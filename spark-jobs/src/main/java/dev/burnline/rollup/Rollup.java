package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The rollup of a stretch of one segment.
 *
 * @param extent which stretch
 * @param continuity what connects it with its neighbours
 * @param rows in the order of {@link Row#ORDER}, each key once
 */
public record Rollup(Extent extent, Continuity continuity, List<Row> rows) {

  public Rollup {
    requireNonNull(extent, "extent is null");
    requireNonNull(continuity, "continuity is null");
    rows = List.copyOf(rows);
  }
}
