package dev.burnline.serve.requestlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@code app.log}, {@code app.log.1} (the newest) … {@code app.log.N} in a folder on disk. */
final class RotatedFolder implements LogFolder {

  private static final String ACTIVE = "app.log";

  private final Path folder;
  private final int backups;

  RotatedFolder(Path folder, int backups) {
    this.folder = folder;
    this.backups = backups;
  }

  Path active() {
    return folder.resolve(ACTIVE);
  }

  Path backup(int number) {
    return folder.resolve(ACTIVE + "." + number);
  }

  @Override
  public LogFile open() throws IOException {
    return AppendedFile.open(active());
  }

  /**
   * Moves only the files up to the first free number. A cascade that was cut short leaves such a
   * hole, and moving on beyond it would throw away the oldest file for nothing.
   */
  @Override
  public void rotate() throws IOException {
    int last = 1;
    while (last < backups && Files.exists(backup(last))) {
      last++;
    }
    for (int number = last - 1; number >= 1; number--) {
      move(backup(number), backup(number + 1));
    }
    move(active(), backup(1));
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
