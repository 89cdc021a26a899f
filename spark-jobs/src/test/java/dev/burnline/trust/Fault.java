package dev.burnline.trust;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.fs.Path;

/** What goes wrong on a {@link FaultyFileSystem}: told of each step, it may throw. */
interface Fault {

  /** Nothing goes wrong. */
  Fault NONE = new Fault() {};

  /** The steps that a file system does. */
  enum Step {
    STATUS,
    LIST,
    OPEN,
    READ,
    CREATE,
    WRITE,
    SYNC,
    CLOSE,
    MAKE_FOLDER,
    RENAME,
    DELETE,
    SET_TIMES;

    /** Steps that leave something behind. */
    static final Set<Step> CHANGES =
        EnumSet.of(CREATE, WRITE, SYNC, CLOSE, MAKE_FOLDER, RENAME, DELETE, SET_TIMES);
  }

  /** Told before a step; throwing, it keeps the step from having an effect. */
  default void before(Step step, Path path) throws IOException {}

  /** Told after a step had its effect. */
  default void after(Step step, Path path) throws IOException {}

  /** Told after a file was renamed. */
  default void renamed(Path from, Path to) {}
}
