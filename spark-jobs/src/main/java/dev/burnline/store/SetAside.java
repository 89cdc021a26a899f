package dev.burnline.store;

import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where damaged rollups are kept until they are made good or somebody forgets them. */
final class SetAside {

  private final RollupStore store;
  private final Path folder;

  SetAside(RollupStore store) {
    this.store = store;
    this.folder = new Path(store.folder(), "damaged");
  }

  void add(String name) throws IOException {
    FileSystem files = store.fileSystem();
    RollupStore.move(files, new Path(store.folder(), name), new Path(folder, name));
  }

  List<String> names() throws IOException {
    return files().stream().map(Path::getName).toList();
  }

  private List<Path> files() throws IOException {
    return store.rollupsIn(folder).stream().map(FileStatus::getPath).toList();
  }

  List<String> delete() throws IOException {
    List<String> names = names();
    store.fileSystem().delete(folder, true);
    return names;
  }

  /**
   * Deletes those that the store covers again, and returns the names of the others.
   *
   * @param content of the store
   */
  List<String> lost(StoreContent content) throws IOException {
    List<String> lost = new ArrayList<>();
    for (Path file : files()) {
      if (FileNames.isCovered(file.getName(), content) || areCovered(extents(file), content)) {
        store.fileSystem().delete(file, false);
      } else {
        lost.add(file.getName());
      }
    }
    return lost;
  }

  /**
   * Moves those back that are sound after all and have no successor yet: what reading them once had
   * for damage may have been the failure of a disk or a network.
   *
   * @param content of the store
   * @return whether there was one
   */
  boolean takeBack(StoreContent content, CountedKeys asked) throws IOException {
    StoreContent now = content;
    boolean taken = false;
    for (Path file : files()) {
      Path place = new Path(store.folder(), file.getName());
      Optional<StoreContent> with = withSound(file, place, now, asked);
      if (with.isPresent()) {
        RollupStore.move(store.fileSystem(), file, place);
        now = with.get();
        taken = true;
      }
    }
    return taken;
  }

  /** Returns the store with a file that was set aside, if that is sound and would count. */
  private Optional<StoreContent> withSound(
      Path file, Path place, StoreContent content, CountedKeys asked) throws IOException {
    FileSystem files = store.fileSystem();
    if (files.exists(place)) {
      return Optional.empty();
    }
    try (RollupReader reader = store.open(file)) {
      while (reader.next() != null) {
        // Only reading to the end tells.
      }
      RollupFile sound = new RollupFile(files.makeQualified(place).toUri(), reader.extents());
      return content.with(sound, asked);
    } catch (DamagedRollupException | NewerRollupException | UnreadRollupException e) {
      return Optional.empty();
    }
  }

  /** What the header says that the file held; nothing where that is damaged too. */
  private List<Extent> extents(Path damaged) throws IOException {
    try (InputStream file = store.input(damaged)) {
      return RollupHeader.read(damaged.getName(), file).extents();
    } catch (DamagedRollupException | NewerRollupException e) {
      return List.of();
    }
  }

  private static boolean areCovered(List<Extent> extents, StoreContent content) {
    return !extents.isEmpty()
        && extents.stream()
            .allMatch(extent -> content.coveredEnd(extent.segmentId()) >= extent.end());
  }
}
