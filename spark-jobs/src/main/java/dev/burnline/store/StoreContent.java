package dev.burnline.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a store holds: for each segment the rollup that covers most.
 *
 * @param rollups one per segment, by segment id
 * @param damaged messages about files that cannot be read as rollups
 */
public record StoreContent(List<StoredRollup> rollups, List<String> damaged) {

  public StoreContent {
    rollups = List.copyOf(rollups);
    damaged = List.copyOf(damaged);
  }

  /** Returns the rollup of a segment. */
  public Optional<StoredRollup> ofSegment(String segmentId) {
    return rollups.stream()
        .filter(rollup -> rollup.extent().segmentId().equals(segmentId))
        .findFirst();
  }

  /** Returns the rollups by segment id. */
  public Map<String, StoredRollup> bySegment() {
    Map<String, StoredRollup> map = new HashMap<>();
    rollups.forEach(rollup -> map.put(rollup.extent().segmentId(), rollup));
    return map;
  }
}
