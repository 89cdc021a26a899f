package dev.burnline.trust;

import java.io.IOException;
import org.apache.hadoop.fs.Path;

/** Lets something happen between two readings of logs. */
final class AtRead implements Fault {

  private final Happening happening;
  private int readsLeft;

  /** What happens. */
  interface Happening {
    void happen() throws IOException;
  }

  /**
   * Creates a fault.
   *
   * @param reads how many openings and readings of logs come first
   */
  AtRead(int reads, Happening happening) {
    this.readsLeft = reads;
    this.happening = happening;
  }

  @Override
  public void before(Step step, Path path) throws IOException {
    boolean ofLog = path.toUri().getPath().contains("/logs/");
    if (ofLog && (step == Step.OPEN || step == Step.READ) && readsLeft-- == 0) {
      happening.happen();
    }
  }
}
