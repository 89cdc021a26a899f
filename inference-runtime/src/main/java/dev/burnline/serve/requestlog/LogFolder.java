package dev.burnline.serve.requestlog;

import java.io.IOException;

/** The folder of the active file and its backups. */
interface LogFolder {

  /** Opens the active file for appending, making it when it is missing. */
  LogFile open() throws IOException;

  /** Renames the active file to the first backup and moves the older ones on. */
  void rotate() throws IOException;
}
