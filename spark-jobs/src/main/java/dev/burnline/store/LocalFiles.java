package dev.burnline.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Local files without checksum files beside them, and without the {@code chmod} process that Hadoop
 * starts for every file and folder it makes: that takes longer than writing a rollup.
 */
final class LocalFiles extends RawLocalFileSystem {

  /** Creates a view of the local files. */
  static LocalFiles of(Configuration hadoop) throws IOException {
    LocalFiles files = new LocalFiles();
    files.initialize(URI.create("file:///"), hadoop);
    return files;
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
