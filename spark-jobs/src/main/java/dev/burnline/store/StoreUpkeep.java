package dev.burnline.store;

import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Looks after a store: checks it, and forgets what is too old. */
public final class StoreUpkeep {

  private final RollupStore store;

  /** Creates the upkeep of this store. */
  public StoreUpkeep(RollupStore store) {
    this.store = store;
  }

  /**
   * What a check found.
   *
   * @param files read to their end
   * @param rows in them
   * @param problems damaged files, files set aside, and leftovers that hold more than what counts
   */
  public record Check(int files, long rows, List<String> problems) {

    public Check {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads every file that counts to its end and compares it with its checksums. Changes nothing.
   */
  public Check verify() throws IOException {
    StoreContent content = store.content(CountedKeys.NONE);
    List<String> problems = new ArrayList<>();
    content.damaged().forEach(file -> problems.add(file.name() + ": " + file.message()));
    store.damagedNames().forEach(name -> problems.add(name + ": set aside as damaged"));
    content.leftovers().stream()
        .filter(file -> !content.isRedundant(file))
        .forEach(file -> problems.add(file.name() + ": holds more than the files that count"));
    long rows = 0;
    for (RollupFile file : content.live()) {
      try (RollupReader reader = store.open(file)) {
        while (reader.next() != null) {
          rows++;
        }
      } catch (DamagedRollupException e) {
        problems.add(file.name() + ": " + e.reason());
      }
    }
    return new Check(content.live().size(), rows, problems);
  }

  /**
   * Deletes the files whose last line is before a time, and what was set aside as damaged. Logs
   * that still exist and are that old are read again by the next crunch.
   *
   * @param beforeMillis since 1970 UTC
   * @return names of the deleted files
   */
  public List<String> forget(long beforeMillis) throws IOException {
    StoreContent content = store.content(CountedKeys.NONE);
    List<String> forgotten = new ArrayList<>(store.deleteDamaged());
    for (RollupFile file : content.live()) {
      boolean old =
          file.extents().stream()
              .flatMap(extent -> content.chainOf(extent.segmentId()).stream())
              .flatMap(one -> one.extents().stream())
              .mapToLong(Extent::lastMillis)
              .allMatch(last -> last < beforeMillis);
      if (old) {
        store.delete(file);
        forgotten.add(file.name());
      }
    }
    if (!forgotten.isEmpty()) {
      new ReadMarks(store).forget();
    }
    return forgotten;
  }
}
