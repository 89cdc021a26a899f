package dev.burnline.trust;

import static java.util.Objects.requireNonNull;

import dev.burnline.store.FolderSync;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BufferedFSInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.jspecify.annotations.Nullable;

/**
 * Local files under the scheme {@code faulty}, with faults. It does only what the product needs of
 * any file system, and what is left open there in the stricter way: a rename does not replace,
 * where so configured, and a stream never says that it has bytes available.
 */
public final class FaultyFileSystem extends FileSystem implements FolderSync {

  static final String SCHEME = "faulty";

  private URI uri = URI.create(SCHEME + ":///");
  private Fault fault = Fault.NONE;
  private boolean renameReplaces;
  private Path workingFolder = new Path("/");

  /** A configuration that says what goes wrong. */
  static final class Setup extends Configuration {

    private final Fault fault;
    private final boolean renameReplaces;

    /**
     * Creates a setup.
     *
     * @param renameReplaces whether a file may be renamed to one that exists, as POSIX has it and
     *     HDFS has not
     */
    Setup(Fault fault, boolean renameReplaces) {
      super(false);
      this.fault = fault;
      this.renameReplaces = renameReplaces;
      set("fs.faulty.impl", FaultyFileSystem.class.getName());
      // Each run is a process of its own, with faults of its own.
      setBoolean("fs.faulty.impl.disable.cache", true);
    }
  }

  /** Returns the address of a local file. */
  static String address(java.nio.file.Path local) {
    return SCHEME + "://" + local.toAbsolutePath();
  }

  @Override
  public void initialize(URI name, Configuration conf) throws IOException {
    super.initialize(name, conf);
    setConf(conf);
    if (conf instanceof Setup setup) {
      fault = setup.fault;
      renameReplaces = setup.renameReplaces;
    }
    uri = URI.create(SCHEME + ":///");
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public URI getUri() {
    return uri;
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    fault.before(Fault.Step.OPEN, path);
    if (!Files.exists(local(path))) {
      throw new FileNotFoundException("no file " + path);
    }
    return new FSDataInputStream(
        new BufferedFSInputStream(new FaultyInput(path, local(path), fault), bufferSize));
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      @Nullable Progressable progress)
      throws IOException {
    fault.before(Fault.Step.CREATE, path);
    if (!overwrite && Files.exists(local(path))) {
      throw new FileAlreadyExistsException("there is a file " + path);
    }
    Files.createDirectories(requireNonNull(local(path).getParent()));
    FaultyOutput out =
        new FaultyOutput(
            path,
            Files.newOutputStream(
                local(path),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE),
            fault);
    fault.after(Fault.Step.CREATE, path);
    return new FSDataOutputStream(out, null);
  }

  @Override
  public FSDataOutputStream append(Path path, int bufferSize, Progressable progress)
      throws IOException {
    throw new UnsupportedOperationException("nothing appends to " + path);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    fault.before(Fault.Step.RENAME, from);
    if (!Files.exists(local(from)) || (!renameReplaces && Files.exists(local(to)))) {
      return false;
    }
    Files.move(local(from), local(to), StandardCopyOption.REPLACE_EXISTING);
    fault.renamed(from, to);
    fault.after(Fault.Step.RENAME, from);
    return true;
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    fault.before(Fault.Step.SYNC, folder);
    fault.after(Fault.Step.SYNC, folder);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    java.nio.file.Path local = local(path);
    if (!Files.exists(local)) {
      return false;
    }
    if (Files.isDirectory(local)) {
      for (FileStatus child : listStatus(path)) {
        if (!recursive) {
          throw new IOException("folder %s is not empty".formatted(path));
        }
        delete(child.getPath(), true);
      }
    }
    fault.before(Fault.Step.DELETE, path);
    Files.deleteIfExists(local);
    fault.after(Fault.Step.DELETE, path);
    return true;
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    fault.before(Fault.Step.LIST, path);
    if (!Files.exists(local(path))) {
      throw new FileNotFoundException("no folder " + path);
    }
    try (Stream<java.nio.file.Path> children = Files.list(local(path))) {
      return children
          .filter(Files::exists)
          .map(child -> status(child.toFile()))
          .toArray(FileStatus[]::new);
    }
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    fault.before(Fault.Step.STATUS, path);
    if (!Files.exists(local(path))) {
      throw new FileNotFoundException("no file " + path);
    }
    return status(local(path).toFile());
  }

  private static FileStatus status(java.io.File file) {
    return new FileStatus(
        file.length(),
        file.isDirectory(),
        1,
        1L << 27,
        file.lastModified(),
        new Path(address(file.toPath())));
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) throws IOException {
    if (!Files.isDirectory(local(path))) {
      fault.before(Fault.Step.MAKE_FOLDER, path);
      Files.createDirectories(local(path));
      fault.after(Fault.Step.MAKE_FOLDER, path);
    }
    return true;
  }

  @Override
  public void setTimes(Path path, long modified, long accessed) throws IOException {
    fault.before(Fault.Step.SET_TIMES, path);
    Files.setLastModifiedTime(local(path), FileTime.fromMillis(modified));
  }

  @Override
  public void setWorkingDirectory(Path folder) {
    workingFolder = folder;
  }

  @Override
  public Path getWorkingDirectory() {
    return workingFolder.makeQualified(uri, new Path("/"));
  }
}
