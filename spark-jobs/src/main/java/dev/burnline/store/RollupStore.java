package dev.burnline.store;

import dev.burnline.rollup.Extent;
import dev.burnline.rollup.Rollup;
import dev.burnline.rollup.Row;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The folder of rollup files. Stateless: every call looks at the file system. */
public final class RollupStore {

  private static final String SUFFIX = ".rollup.avro";
  private static final String TEMPORARY = "tmp";

  /** More of a segment first; of equal cover any, since equal cover of equal counters is equal. */
  private static final Comparator<StoredRollup> BY_COVER =
      Comparator.comparingLong((StoredRollup rollup) -> rollup.extent().end())
          .thenComparing(rollup -> rollup.uri().toString());

  private final Configuration hadoop;
  private final Path folder;

  /**
   * Creates a view of a store.
   *
   * @param folder path or URI; it need not exist yet
   */
  public RollupStore(Configuration hadoop, String folder) {
    this.hadoop = hadoop;
    this.folder = new Path(folder);
  }

  /** Returns what the store holds; nothing when its folder does not exist yet. */
  public StoreContent content() throws IOException {
    Map<String, StoredRollup> best = new HashMap<>();
    List<String> damaged = new ArrayList<>();
    for (Path file : files()) {
      try (RollupReader reader = open(file)) {
        StoredRollup rollup = new StoredRollup(file.toUri(), reader.extent());
        best.merge(
            rollup.extent().segmentId(), rollup, (a, b) -> BY_COVER.compare(a, b) >= 0 ? a : b);
      } catch (DamagedRollupException e) {
        damaged.add(e.getMessage());
      }
    }
    List<StoredRollup> rollups = new ArrayList<>(best.values());
    rollups.sort(Comparator.comparing(rollup -> rollup.extent().segmentId()));
    return new StoreContent(rollups, damaged);
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try {
      for (FileStatus status : fileSystem().listStatus(folder)) {
        if (status.isFile() && status.getPath().getName().endsWith(SUFFIX)) {
          files.add(status.getPath());
        }
      }
    } catch (FileNotFoundException e) {
      // A store begins to exist with its first rollup.
    }
    return files;
  }

  /** Opens a rollup file. */
  public RollupReader open(StoredRollup rollup) throws IOException {
    return open(new Path(rollup.uri()));
  }

  private RollupReader open(Path file) throws IOException {
    return new RollupReader(file.getName(), fileSystem().open(file));
  }

  /** Stores a rollup that begins at its segment's start. */
  public StoredRollup save(Rollup rollup) throws IOException {
    return save(
        rollup.extent(), target -> write(rollup, target), new Path(folder, name(rollup.extent())));
  }

  /**
   * Keeps the rollup of a stretch until it is joined with its neighbours.
   *
   * @param run the run that it belongs to
   */
  public StoredRollup savePart(Rollup rollup, String run) throws IOException {
    return save(
        rollup.extent(),
        target -> write(rollup, target),
        new Path(
            partFolder(run), "%d-%s".formatted(rollup.extent().start(), name(rollup.extent()))));
  }

  private static void write(Rollup rollup, OutputStream target) throws IOException {
    try (RollupWriter out = new RollupWriter(target, rollup.extent(), rollup.continuity())) {
      for (Row row : rollup.rows()) {
        out.write(row);
      }
      out.finish();
    }
  }

  /** Joins stretches that follow each other and stores the whole. */
  public StoredRollup join(List<StoredRollup> stretches) throws IOException {
    List<RollupReader> readers = new ArrayList<>();
    try {
      for (StoredRollup stretch : stretches) {
        readers.add(open(stretch));
      }
      RollupMerge merge = new RollupMerge(readers);
      return save(
          merge.extent(),
          target -> {
            try (RollupWriter out = new RollupWriter(target, merge.extent(), merge.continuity())) {
              merge.writeTo(out);
              out.finish();
            }
          },
          new Path(folder, name(merge.extent())));
    } finally {
      for (RollupReader reader : readers) {
        reader.close();
      }
    }
  }

  /** Writes under a temporary name and moves the whole file into place. */
  private StoredRollup save(Extent extent, Body body, Path place) throws IOException {
    FileSystem files = fileSystem();
    Path temporary = new Path(new Path(folder, TEMPORARY), UUID.randomUUID() + ".tmp");
    try {
      try (OutputStream target = files.create(temporary, true)) {
        body.write(target);
      }
      files.mkdirs(place.getParent());
      if (!files.rename(temporary, place)) {
        // HDFS does not rename onto an existing file, which then holds the same.
        files.delete(place, false);
        if (!files.rename(temporary, place)) {
          throw new IOException("cannot move %s to %s".formatted(temporary, place));
        }
      }
    } catch (IOException e) {
      files.delete(temporary, false);
      throw e;
    }
    return new StoredRollup(files.makeQualified(place).toUri(), extent);
  }

  /** Removes the parts of a run, and rollups that another one of their segment covers. */
  public void tidy(String run, StoreContent before) throws IOException {
    FileSystem files = fileSystem();
    files.delete(partFolder(run), true);
    Map<String, StoredRollup> now = content().bySegment();
    for (StoredRollup old : before.rollups()) {
      StoredRollup best = now.get(old.extent().segmentId());
      if (best != null && !best.uri().equals(old.uri())) {
        files.delete(new Path(old.uri()), false);
      }
    }
  }

  private Path partFolder(String run) {
    return new Path(new Path(folder, TEMPORARY), run);
  }

  /** Segment, cover and counters: the three things that a rollup is a function of. */
  private static String name(Extent extent) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String key : extent.counterKeys()) {
        digest.update((key + "\n").getBytes(StandardCharsets.UTF_8));
      }
      String counters = HexFormat.of().formatHex(digest.digest()).substring(0, 8);
      return "%s-%015d-%s%s".formatted(extent.segmentId(), extent.end(), counters, SUFFIX);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private FileSystem fileSystem() throws IOException {
    FileSystem files = FileSystem.get(folder.toUri(), hadoop);
    // Rollup blocks carry checksums of their own.
    files.setWriteChecksum(false);
    return files;
  }

  private interface Body {
    void write(OutputStream target) throws IOException;
  }
}
