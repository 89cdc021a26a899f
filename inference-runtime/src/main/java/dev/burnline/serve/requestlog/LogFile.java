package dev.burnline.serve.requestlog;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The file that is being appended to. */
interface LogFile extends Closeable {

  /** Returns the bytes in the file. */
  long size() throws IOException;

  /** Appends some or all of the bytes and returns how many. */
  int write(ByteBuffer bytes) throws IOException;

  /** Cuts the file. */
  void truncate(long size) throws IOException;

  /** Returns whether the file is empty or ends with a line end. */
  boolean endsWithLine() throws IOException;

  /** Returns whether the file is still the one that readers find under the active name. */
  boolean isActive();
}
