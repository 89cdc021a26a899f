package dev.burnline.store;

import dev.burnline.rollup.CountedKeys;
import dev.burnline.store.StoreContent.DamagedRollup;
import dev.burnline.store.StoreContent.UnreadRollup;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Reads what the files of a store say that they hold. Who holds no lock may find that a run deletes
 * a file between the listing and its opening; then what covers it is in a later listing.
 */
final class StoreListing {

  private static final int MOST_LOOKS = 10;

  private final RollupStore store;
  private final Map<Look, RollupFile> read = new ConcurrentHashMap<>();

  StoreListing(RollupStore store) {
    this.store = store;
  }

  /** Looks at the store; what a former look of this listing has read is not read again. */
  StoreContent content(CountedKeys asked) throws IOException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      List<RollupFile> files = new ArrayList<>();
      List<DamagedRollup> damaged = new ArrayList<>();
      List<UnreadRollup> unread = new ArrayList<>();
      boolean complete = true;
      for (FileStatus file : store.rollupsIn(store.folder())) {
        String name = file.getPath().getName();
        try {
          files.add(rollup(file));
        } catch (DamagedRollupException e) {
          damaged.add(new DamagedRollup(name, e.reason()));
        } catch (UnreadRollupException e) {
          unread.add(new UnreadRollup(name, e.reason()));
        } catch (FileNotFoundException e) {
          complete = false;
        }
      }
      if (complete) {
        return StoreContent.of(files, damaged, asked).besides(unread);
      }
    }
    throw new IOException(
        "files of the store %s were deleted each of %d times while it was listed"
            .formatted(store.folder(), MOST_LOOKS));
  }

  /**
   * A rollup is opened once: under its name it never changes, but another run may put a sound one
   * in the place of a damaged one, or take it away and bring it back. The header alone would be
   * quicker, but a crunch would then not notice damage to a small file, whose rows are in its first
   * block.
   */
  private RollupFile rollup(FileStatus file) throws IOException {
    Look look = new Look(file.getPath(), file.getModificationTime(), file.getLen());
    RollupFile known = read.get(look);
    if (known == null) {
      try (RollupReader reader = store.open(file.getPath())) {
        known = new RollupFile(file.getPath().toUri(), reader.extents());
      }
      read.put(look, known);
    }
    return known;
  }

  private record Look(Path path, long modified, long bytes) {}
}
