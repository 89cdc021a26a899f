package dev.burnline.store;

import dev.burnline.disk.StoredFile;
import dev.burnline.rollup.Continuity;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import dev.burnline.rollup.Rollup;
import dev.burnline.rollup.Row;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/**
 * The folder of rollup files. Every call looks at the file system; only what a file says that it
 * holds is remembered as long as the file is the same. The rules that make it safe are in the
 * package's description.
 */
public final class RollupStore {

  private static final String TEMPORARY = "tmp";
  private static final int BUFFER_BYTES = 1 << 16;

  private final Configuration hadoop;
  private final Path folder;
  private final StoreListing listing = new StoreListing(this);

  /**
   * Creates a view of a store.
   *
   * @param folder path or URI; it need not exist yet
   */
  public RollupStore(Configuration hadoop, String folder) {
    this.hadoop = hadoop;
    this.folder = new Path(folder);
  }

  /** Returns the folder. */
  Path folder() {
    return folder;
  }

  /** Whether there is a store; it begins to exist with the first run that uses it. */
  public boolean exists() throws IOException {
    return fileSystem().exists(folder);
  }

  /**
   * Returns what the store holds; nothing when its folder does not exist yet.
   *
   * @param asked of two rollups that cover the same, the one that counts just this is taken
   * @throws NewerRollupException when a later version has written to it
   */
  public StoreContent content(CountedKeys asked) throws IOException {
    return listing.content(asked);
  }

  List<FileStatus> rollupsIn(Path place) throws IOException {
    List<FileStatus> files = new ArrayList<>();
    try {
      for (FileStatus status : fileSystem().listStatus(place)) {
        if (status.isFile() && status.getPath().getName().endsWith(FileNames.SUFFIX)) {
          files.add(status);
        }
      }
    } catch (FileNotFoundException e) {
      // A store begins to exist with its first rollup.
    }
    return files;
  }

  /** Opens a rollup file. */
  public RollupReader open(RollupFile rollup) throws IOException {
    return open(new Path(rollup.uri()));
  }

  RollupReader open(Path file) throws IOException {
    try {
      return new RollupReader(file.getName(), input(file));
    } catch (DamagedRollupException
        | NewerRollupException
        | UnreadRollupException
        | FileNotFoundException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadRollupException(file.getName(), e);
    }
  }

  InputStream input(Path file) throws IOException {
    return StoredFile.open(fileSystem(), file, BUFFER_BYTES);
  }

  /** Stores a rollup of a stretch. */
  public RollupFile save(Rollup rollup) throws IOException {
    return save(rollup, folder);
  }

  /**
   * Keeps the rollup of a stretch until it is joined with its neighbours.
   *
   * @param run the run that it belongs to
   */
  public RollupFile savePart(Rollup rollup, String run) throws IOException {
    return save(rollup, partFolder(run));
  }

  private RollupFile save(Rollup rollup, Path place) throws IOException {
    return save(
        List.of(rollup.extent()),
        List.of(rollup.continuity()),
        new Path(place, FileNames.ofStretch(rollup.extent())),
        out -> {
          for (Row row : rollup.rows()) {
            out.write(row);
          }
        });
  }

  /** Joins stretches of one segment that follow each other and stores the whole. */
  public RollupFile join(List<RollupFile> stretches) throws IOException {
    return merge(stretches, merge -> FileNames.ofStretch(merge.extents().get(0)));
  }

  /** Adds up the rollups of several segments and stores the sum. */
  RollupFile compact(List<RollupFile> files) throws IOException {
    return merge(files, merge -> FileNames.ofCompacted(merge.extents()));
  }

  private RollupFile merge(List<RollupFile> files, Naming naming) throws IOException {
    List<RollupReader> readers = new ArrayList<>();
    try {
      for (RollupFile file : files) {
        readers.add(open(file));
      }
      RollupMerge merge = new RollupMerge(readers);
      return save(
          merge.extents(),
          merge.continuities(),
          new Path(folder, naming.name(merge)),
          merge::writeTo);
    } finally {
      for (RollupReader reader : readers) {
        reader.close();
      }
    }
  }

  /**
   * Writes under a temporary name and moves the whole file into place. What counts from then on is
   * on the disk before; a part is made again if it is lost.
   */
  private RollupFile save(
      List<Extent> extents, List<Continuity> continuities, Path place, Body body)
      throws IOException {
    FileSystem files = fileSystem();
    boolean counts = place.getParent().equals(folder);
    Path temporary = new Path(new Path(folder, TEMPORARY), UUID.randomUUID() + ".tmp");
    try {
      try (FSDataOutputStream target = files.create(temporary, true);
          RollupWriter out = new RollupWriter(target, extents, continuities)) {
        body.write(out);
        out.finish();
        if (counts && target.hasCapability(StreamCapabilities.HSYNC)) {
          target.hsync();
        }
      }
      if (!counts || !isInPlace(place)) {
        move(files, temporary, place);
      } else {
        files.delete(temporary, false);
      }
    } catch (IOException e) {
      files.delete(temporary, false);
      throw e;
    }
    return new RollupFile(files.makeQualified(place).toUri(), extents);
  }

  /**
   * Whether the store has this rollup already, whole. Its name says what it holds, and to replace
   * it would leave a moment without it.
   */
  private boolean isInPlace(Path place) throws IOException {
    if (!fileSystem().exists(place)) {
      return false;
    }
    try (RollupReader reader = open(place)) {
      while (reader.next() != null) {
        // Only reading to the end tells.
      }
      return true;
    } catch (DamagedRollupException e) {
      return false;
    }
  }

  static void move(FileSystem files, Path from, Path to) throws IOException {
    files.mkdirs(to.getParent());
    if (!files.rename(from, to)) {
      // HDFS does not rename onto an existing file.
      files.delete(to, false);
      if (!files.rename(from, to)) {
        throw new IOException("cannot move %s to %s".formatted(from, to));
      }
    }
  }

  /** Deletes a file that the others cover. */
  void delete(RollupFile file) throws IOException {
    fileSystem().delete(new Path(file.uri()), false);
  }

  /**
   * Clears up at the end of a run, or after one that was killed: deletes temporary files and
   * leftovers. Only the holder of the store's lock may do this.
   */
  public void tidy(StoreContent content) throws IOException {
    settle();
    fileSystem().delete(new Path(folder, TEMPORARY), true);
    for (RollupFile leftover : content.leftovers()) {
      if (content.isRedundant(leftover)) {
        delete(leftover);
      }
    }
  }

  /** Makes sure that what was moved into place stays there, before anything else goes. */
  private void settle() throws IOException {
    if (fileSystem() instanceof FolderSync files && fileSystem().exists(folder)) {
      files.syncFolder(folder);
    }
  }

  /** Moves damaged files out of the way, where they are kept until somebody forgets them. */
  public void setAside(List<StoreContent.DamagedRollup> damaged) throws IOException {
    for (StoreContent.DamagedRollup file : damaged) {
      new SetAside(this).add(file.name());
    }
  }

  /**
   * Moves files back that were set aside and are sound after all, where they would count.
   *
   * @param content of the store
   * @return whether there was one
   */
  public boolean takeBack(StoreContent content, CountedKeys asked) throws IOException {
    return new SetAside(this).takeBack(content, asked);
  }

  /**
   * Returns what was set aside and is not made good: names of damaged files whose segments the
   * store does not cover as far any more. Those that are made good are deleted.
   */
  public List<String> lost(StoreContent content) throws IOException {
    return new SetAside(this).lost(content);
  }

  /** Returns the names of what was set aside. */
  List<String> damagedNames() throws IOException {
    return new SetAside(this).names();
  }

  /** Deletes what was set aside, and returns its names. */
  List<String> deleteDamaged() throws IOException {
    return new SetAside(this).delete();
  }

  private Path partFolder(String run) {
    return new Path(new Path(folder, TEMPORARY), run);
  }

  FileSystem fileSystem() throws IOException {
    FileSystem files = folder.getFileSystem(hadoop);
    // Rollup blocks carry checksums of their own.
    return files instanceof LocalFileSystem ? LocalFiles.of(hadoop) : files;
  }

  private interface Body {
    void write(RollupWriter out) throws IOException;
  }

  private interface Naming {
    String name(RollupMerge merge);
  }
}
