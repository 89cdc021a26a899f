package dev.burnline.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Remembers how long compressed files are uncompressed, so that they are not uncompressed again on
 * every run only to find nothing new. A mark states a fact about a file's content and nothing about
 * the store, so it cannot become wrong; without it a file is just read once more.
 */
public final class ReadMarks {

  private static final String FOLDER = "read";
  private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})-(\\d{1,18})");

  private final RollupStore store;

  /** Creates a view of the marks in a store. */
  public ReadMarks(RollupStore store) {
    this.store = store;
  }

  /** What is known of compressed files. */
  public static final class Known {

    private final Map<String, Long> ends = new HashMap<>();

    /** Returns the uncompressed length of a file's complete lines, where it is known. */
    public OptionalLong endOf(String segmentId, String fingerprint) {
      Long end = ends.get(key(segmentId, fingerprint));
      return end == null ? OptionalLong.empty() : OptionalLong.of(end);
    }
  }

  /** Returns all marks. */
  public Known known() throws IOException {
    Known known = new Known();
    try {
      for (FileStatus status : store.fileSystem().listStatus(folder())) {
        Matcher name = NAME.matcher(status.getPath().getName());
        if (name.matches()) {
          known.ends.merge(name.group(1), Long.valueOf(name.group(2)), Math::max);
        }
      }
    } catch (FileNotFoundException e) {
      // No compressed file has been read yet.
    }
    return known;
  }

  /**
   * Marks a compressed file that was read to its end.
   *
   * @param fingerprint tells it apart from other compressed files of the segment
   * @param end of its complete lines, uncompressed
   */
  public void mark(String segmentId, String fingerprint, long end) throws IOException {
    FileSystem files = store.fileSystem();
    files.create(new Path(folder(), key(segmentId, fingerprint) + "-" + end), true).close();
  }

  /** Deletes all marks. */
  void forget() throws IOException {
    store.fileSystem().delete(folder(), true);
  }

  private Path folder() {
    return new Path(store.folder(), FOLDER);
  }

  private static String key(String segmentId, String fingerprint) {
    try {
      byte[] facts = (segmentId + " " + fingerprint).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(facts))
          .substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
