package dev.burnline.store;

import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import java.io.Serializable;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A file of the store and what it covers.
 *
 * @param extents a stretch of one segment, or, in a compacted file, stretches of several segments
 *     whose rows are added up
 */
public record RollupFile(URI uri, List<Extent> extents) implements Serializable {

  public RollupFile {
    extents = List.copyOf(extents);
    if (extents.isEmpty()) {
      throw new IllegalArgumentException("a rollup file covers something: " + uri);
    }
  }

  /** Returns the file's name in the store's folder. */
  public String name() {
    return uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
  }

  /** Whether the file holds rows of several segments that cannot be told apart any more. */
  public boolean isCompacted() {
    return name().startsWith(FileNames.COMPACTED_PREFIX);
  }

  /** Returns the stretch of a segment; empty when the file has none. */
  public Optional<Extent> extentOf(String segmentId) {
    return extents.stream().filter(extent -> extent.segmentId().equals(segmentId)).findFirst();
  }

  /** Returns what the rows count, the same for all extents. */
  public CountedKeys counted() {
    return extents.get(0).counted();
  }

  /** Whether a line lies in the half-open span of minutes since 1970 UTC. */
  public boolean overlaps(int startMinute, int endMinute) {
    return extents.stream().anyMatch(extent -> extent.overlaps(startMinute, endMinute));
  }

  /** Returns how many requests the file counts. */
  public long requests() {
    return extents.stream().mapToLong(Extent::requests).sum();
  }
}
