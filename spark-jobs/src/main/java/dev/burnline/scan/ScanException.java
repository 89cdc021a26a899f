package dev.burnline.scan;

import java.io.IOException;

/** A log could not be read to its end; everything before {@link #endOffset()} was. */
public final class ScanException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long endOffset;

  ScanException(long endOffset, IOException cause) {
    super(cause.getMessage(), cause);
    this.endOffset = endOffset;
  }

  /** Returns the offset behind the last complete line that reached the sink. */
  public long endOffset() {
    return endOffset;
  }
}
