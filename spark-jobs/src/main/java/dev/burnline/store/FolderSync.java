package dev.burnline.store;

import java.io.IOException;
import org.apache.hadoop.fs.Path;

/**
 * A file system on which a rename that has returned may still be undone by a loss of power. On
 * others, such as HDFS and object stores, it is there to stay.
 */
public interface FolderSync {

  /** Returns when the names of a folder's files are on the disk. */
  void syncFolder(Path folder) throws IOException;
}
