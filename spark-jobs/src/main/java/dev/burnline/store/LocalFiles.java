package dev.burnline.store;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Local files without checksum files beside them, and without the {@code chmod} process that Hadoop
 * starts for every file and folder it makes: that takes longer than writing a rollup. A disk that
 * is full or fails is an exception.
 */
final class LocalFiles extends RawLocalFileSystem implements FolderSync {

  /** Creates a view of the local files. */
  static LocalFiles of(Configuration hadoop) throws IOException {
    LocalFiles files = new LocalFiles();
    files.initialize(URI.create("file:///"), hadoop);
    return files;
  }

  @Override
  protected OutputStream createOutputStreamWithMode(
      Path path, boolean append, FsPermission permission) throws IOException {
    return new LocalOutput(super.createOutputStreamWithMode(path, append, permission));
  }

  /** A folder is there to stay once this returns. */
  @Override
  protected boolean mkOneDirWithMode(Path path, File folder, FsPermission permission)
      throws IOException {
    boolean made = super.mkOneDirWithMode(path, folder, permission);
    File parent = folder.getParentFile();
    if (made && parent != null && parent.canRead()) {
      sync(parent);
    }
    return made;
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    sync(pathToFile(folder));
  }

  private static void sync(File folder) throws IOException {
    java.nio.file.Path path = folder.toPath();
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel names = FileChannel.open(path, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    try {
      Files.setPosixFilePermissions(
          pathToFile(path).toPath(), PosixFilePermissions.fromString(permission.toString()));
    } catch (UnsupportedOperationException e) {
      super.setPermission(path, permission);
    }
  }
}
