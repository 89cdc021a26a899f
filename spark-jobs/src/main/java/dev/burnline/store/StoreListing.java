package dev.burnline.store;

import dev.burnline.rollup.CountedKeys;
import dev.burnline.store.StoreContent.DamagedRollup;
import dev.burnline.store.StoreContent.UnreadRollup;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;

/**
 * Reads what the files of a store say that they hold. Who holds no lock may find that a run deletes
 * a file between the listing and its opening; then what covers it is in a later listing.
 */
final class StoreListing {

  private static final int MOST_LOOKS = 10;

  private final RollupStore store;
  private final Map<Path, RollupFile> read = new HashMap<>();

  StoreListing(RollupStore store) {
    this.store = store;
  }

  StoreContent content(CountedKeys asked) throws IOException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      List<RollupFile> files = new ArrayList<>();
      List<DamagedRollup> damaged = new ArrayList<>();
      List<UnreadRollup> unread = new ArrayList<>();
      boolean complete = true;
      for (Path file : store.rollupsIn(store.folder())) {
        try {
          files.add(rollup(file));
        } catch (DamagedRollupException e) {
          damaged.add(new DamagedRollup(file.getName(), e.reason()));
        } catch (UnreadRollupException e) {
          unread.add(new UnreadRollup(file.getName(), e.reason()));
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

  private RollupFile rollup(Path file) throws IOException {
    RollupFile known = read.get(file);
    if (known == null) {
      try (RollupReader reader = store.open(file)) {
        known = new RollupFile(file.toUri(), reader.extents());
      }
      read.put(file, known);
    }
    return known;
  }
}
