package dev.burnline.store;

import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import dev.burnline.store.StoreContent.DamagedRollup;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks after a store: checks it, and forgets what is too old. */
public final class StoreUpkeep {

  private static final int MOST_LOOKS = 10;

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
    return checked(file -> file.name() + ": " + file.message());
  }

  /**
   * Checks, and sets damaged files aside, so that the next crunch makes them anew from their logs.
   * The caller holds the store's lock.
   */
  public Check repair() throws IOException {
    return checked(
        file -> {
          store.setAside(List.of(file));
          return setAside(file);
        });
  }

  /** Says that a file was set aside. */
  static String setAside(DamagedRollup file) {
    return "%s: %s; set aside, the next crunch makes it anew from its log"
        .formatted(file.name(), file.message());
  }

  /** What is done about a damaged file; returns it in words. */
  private interface Remedy {
    String of(DamagedRollup file) throws IOException;
  }

  private Check checked(Remedy remedy) throws IOException {
    Check check = null;
    for (int look = 0; check == null; look++) {
      check = verified(look == MOST_LOOKS, remedy);
    }
    return check;
  }

  /** Checks; returns null where a run has deleted a file meanwhile, unless it is the last look. */
  private @Nullable Check verified(boolean last, Remedy remedy) throws IOException {
    StoreContent content = store.content(CountedKeys.NONE);
    List<String> problems = new ArrayList<>();
    store.damagedNames().forEach(name -> problems.add(name + ": set aside as damaged"));
    for (DamagedRollup file : content.damaged()) {
      problems.add(remedy.of(file));
    }
    content.unread().forEach(file -> problems.add(file.name() + ": " + file.message()));
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
        problems.add(remedy.of(new DamagedRollup(file.name(), e.reason())));
      } catch (UnreadRollupException e) {
        problems.add(file.name() + ": " + e.reason());
      } catch (FileNotFoundException e) {
        if (!last) {
          return null;
        }
        problems.add(file.name() + ": deleted by another run");
      }
    }
    return new Check(content.live().size(), rows, problems);
  }

  /** Deletes what was set aside as damaged, and returns its names. */
  public List<String> forgetDamaged() throws IOException {
    return store.deleteDamaged();
  }

  /**
   * Deletes the files whose last line is before a time, and what was set aside as damaged. Logs
   * that still exist and are that old are read again by the next crunch. Killing it is harmless,
   * the next one does the rest.
   *
   * @param beforeMillis since 1970 UTC
   * @return names of the deleted files
   */
  public List<String> forget(long beforeMillis) throws IOException {
    StoreContent content = store.content(CountedKeys.NONE);
    // A leftover would count again once what covers it is gone.
    store.tidy(content);
    List<String> forgotten = new ArrayList<>(store.deleteDamaged());
    for (RollupFile file : old(content, beforeMillis)) {
      store.delete(file);
      forgotten.add(file.name());
    }
    if (!forgotten.isEmpty()) {
      new ReadMarks(store).forget();
    }
    return forgotten;
  }

  /**
   * Returns the old files whose segments are in old files alone, the later stretches of a segment
   * first: killed at any point, there are chains left that begin at their segments' start. Files
   * that count for nothing, because what comes before them is missing, are among them.
   */
  private static List<RollupFile> old(StoreContent content, long beforeMillis) {
    Map<String, List<RollupFile>> chains = content.bySegment();
    Set<RollupFile> old = new HashSet<>();
    content.live().stream().filter(file -> isOld(file, beforeMillis)).forEach(old::add);
    while (old.removeIf(
        file ->
            !file.extents().stream()
                .allMatch(extent -> old.containsAll(chains.get(extent.segmentId()))))) {
      // A file that stays keeps those of its other segments.
    }
    content.leftovers().stream()
        .filter(file -> !content.isRedundant(file) && isOld(file, beforeMillis))
        .forEach(old::add);
    return old.stream()
        .sorted(
            Comparator.comparing(RollupFile::isCompacted)
                .thenComparingLong(file -> -file.extents().get(0).start())
                .thenComparing(RollupFile::name))
        .toList();
  }

  private static boolean isOld(RollupFile file, long beforeMillis) {
    return file.extents().stream().mapToLong(Extent::lastMillis).allMatch(at -> at < beforeMillis);
  }
}
