package dev.burnline.trust;

import org.apache.hadoop.fs.Path;

/** Kills a run before or after the effect of one of its changes; dead, it changes nothing more. */
final class KillAt implements Fault {

  private int momentsLeft;
  private boolean dead;

  /**
   * Creates a kill.
   *
   * @param moment 1 for before the first change, 2 for after it, 3 for before the second …
   */
  KillAt(int moment) {
    this.momentsLeft = moment;
  }

  @Override
  public void before(Step step, Path path) {
    pass(step, "before", path);
  }

  @Override
  public void after(Step step, Path path) {
    pass(step, "after", path);
  }

  private void pass(Step step, String when, Path path) {
    if (!dead && Step.CHANGES.contains(step)) {
      momentsLeft--;
      dead = momentsLeft == 0;
    }
    if (dead) {
      throw new Killed("%s %s of %s".formatted(when, step, path.getName()));
    }
  }

  /** Whether it came to that. */
  boolean struck() {
    return dead;
  }
}
