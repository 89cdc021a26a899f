package dev.burnline.trust;

import java.io.IOException;
import org.apache.hadoop.fs.Path;

/** The disk has room for so many more writes; renaming and deleting still work. */
final class DiskFull implements Fault {

  private int writesLeft;

  DiskFull(int writesLeft) {
    this.writesLeft = writesLeft;
  }

  @Override
  public void before(Step step, Path path) throws IOException {
    if ((step == Step.WRITE || step == Step.CREATE) && --writesLeft < 0) {
      throw new IOException("No space left on device");
    }
  }

  /** Whether it came to that. */
  boolean struck() {
    return writesLeft < 0;
  }
}
