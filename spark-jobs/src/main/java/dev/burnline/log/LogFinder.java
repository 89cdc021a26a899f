package dev.burnline.log;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the logs under paths that a person gave. */
public final class LogFinder {

  /** {@code app.log}, {@code app.log.3.gz}, {@code app-2026-11-23.0.log.zst}, {@code x.jsonl} … */
  private static final Pattern LOG_NAME =
      Pattern.compile(".*\\.(log|jsonl|ndjson)([._-].*)?", Pattern.CASE_INSENSITIVE);

  private static final int MAX_DEPTH = 16;
  private static final int TAIL_BYTES = 16;

  private final Configuration hadoop;

  /** Creates a finder that reaches the file systems of this configuration. */
  public LogFinder(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * Finds logs.
   *
   * @param paths files, folders (searched to the bottom) and globs, each a local path or a URI
   * @throws FileNotFoundException when a path leads to nothing; the message names it
   * @throws IOException when a folder that was given cannot be listed
   */
  public FoundLogs find(List<String> paths) throws IOException {
    Identification found = new Identification();
    Set<Candidate> candidates = new LinkedHashSet<>();
    for (String path : paths) {
      candidates.addAll(candidates(path, found));
    }
    candidates.stream()
        .sorted(Comparator.comparing(candidate -> candidate.uri().toString()))
        .forEach(found::identify);
    return found.result();
  }

  /**
   * Returns whether a path that a person gave leads to some file or folder.
   *
   * @throws IOException when that cannot be told
   */
  public boolean leadsSomewhere(String path) throws IOException {
    Path to = path(path);
    return statuses(to.getFileSystem(hadoop), to).length > 0;
  }

  private List<Candidate> candidates(String given, Identification found) throws IOException {
    Path path = path(given);
    FileSystem files = path.getFileSystem(hadoop);
    FileStatus[] roots = statuses(files, path);
    if (roots.length == 0) {
      throw new FileNotFoundException("no such log file or folder: " + given);
    }
    List<Candidate> out = new ArrayList<>();
    for (FileStatus root : roots) {
      if (root.isDirectory()) {
        out.addAll(listed(files, root.getPath(), 0, found));
      } else {
        out.add(new Candidate(root.getPath().toUri(), root.getLen(), true));
      }
    }
    return out;
  }

  private static FileStatus[] statuses(FileSystem files, Path path) throws IOException {
    try {
      return new FileStatus[] {files.getFileStatus(path)};
    } catch (FileNotFoundException e) {
      FileStatus[] matches = files.globStatus(path);
      return matches == null ? new FileStatus[0] : matches;
    }
  }

  /** A local file's name may hold what a URI may not, so it is not parsed as one. */
  private Path path(String given) {
    try {
      java.nio.file.Path local = java.nio.file.Path.of(given);
      boolean localIsDefault = "file".equals(FileSystem.getDefaultUri(hadoop).getScheme());
      if (localIsDefault && Files.exists(local)) {
        return new Path(local.toAbsolutePath().normalize().toUri());
      }
    } catch (InvalidPathException e) {
      // Not a local name; Hadoop will say what it thinks of it.
    }
    return new Path(given);
  }

  private static List<Candidate> listed(
      FileSystem files, Path folder, int depth, Identification found) throws IOException {
    List<Candidate> out = new ArrayList<>();
    for (FileStatus status : files.listStatus(folder)) {
      String name = status.getPath().getName();
      if (name.startsWith(".") || name.startsWith("_")) {
        continue;
      }
      if (!status.isDirectory()) {
        boolean named = LOG_NAME.matcher(name).matches();
        out.add(new Candidate(status.getPath().toUri(), status.getLen(), named));
      } else if (depth < MAX_DEPTH) {
        try {
          out.addAll(listed(files, status.getPath(), depth + 1, found));
        } catch (IOException e) {
          String unlisted =
              new LogFile(status.getPath().toUri(), 0, Compression.NONE).displayName();
          found.unread.add(UnreadLog.of(unlisted, e));
        }
      }
    }
    return out;
  }

  /**
   * A file that may be a log.
   *
   * @param isLog whether its name or the person who gave it says so; else its first line decides
   */
  private record Candidate(URI uri, long size, boolean isLog) {}

  /** Sorts candidates into what can be crunched and what cannot. */
  private final class Identification {

    private final List<IdentifiedLog> logs = new ArrayList<>();
    private final List<UnreadLog> unread = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();

    void identify(Candidate candidate) {
      LogFile file = new LogFile(candidate.uri(), candidate.size(), Compression.NONE);
      String name = file.displayName();
      try {
        LogFile read = new LogFile(candidate.uri(), candidate.size(), compression(file));
        SegmentHead head;
        try (InputStream in = read.open(hadoop, 0)) {
          head = SegmentHead.read(in);
        }
        Optional<String> segment = head.segmentId();
        if (segment.isPresent()) {
          logs.add(new IdentifiedLog(read, segment.get(), fingerprint(read)));
        } else if (!candidate.isLog()) {
          ignored.add(name);
        } else if (head.isWaiting()) {
          waiting.add(name);
        } else {
          unread.add(new UnreadLog(name, head.problem()));
        }
      } catch (IOException e) {
        if (candidate.isLog()) {
          unread.add(UnreadLog.of(name, e));
        } else {
          ignored.add(name);
        }
      }
    }

    private Compression compression(LogFile file) throws IOException {
      try (InputStream in = new BufferedInputStream(file.open(hadoop, 0))) {
        return Compression.ofMagic(in.readNBytes(Compression.MAGIC_BYTES));
      }
    }

    /** The last bytes of gzip and zstd hold a checksum of the content. */
    private String fingerprint(LogFile file) throws IOException {
      if (file.compression() == Compression.NONE) {
        return "";
      }
      LogFile stored = new LogFile(file.uri(), file.size(), Compression.NONE);
      try (InputStream in = stored.open(hadoop, Math.max(0, file.size() - TAIL_BYTES))) {
        return file.size() + "-" + HexFormat.of().formatHex(in.readAllBytes());
      }
    }

    FoundLogs result() {
      unread.addAll(new SegmentCopies(hadoop).differing(logs));
      return new FoundLogs(logs, unread, ignored, waiting);
    }
  }

  /** Returns a failure in words; some exceptions have nothing but their type. */
  public static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
