package dev.burnline.trust;

import java.io.IOException;
import java.util.Set;
import org.apache.hadoop.fs.Path;

/**
 * Some steps are not permitted on some paths.
 *
 * @param part of a path that is affected
 */
record Forbidden(Set<Step> steps, String part) implements Fault {

  static Forbidden toOpen(String part) {
    return new Forbidden(Set.of(Step.OPEN), part);
  }

  static Forbidden toList(String part) {
    return new Forbidden(Set.of(Step.LIST), part);
  }

  static Forbidden toWrite(String part) {
    return new Forbidden(Set.of(Step.CREATE, Step.MAKE_FOLDER), part);
  }

  @Override
  public void before(Step step, Path path) throws IOException {
    if (steps.contains(step) && path.toUri().getPath().contains(part)) {
      throw new IOException("Permission denied");
    }
  }
}
