package dev.burnline.generate.rotation;

/**
 * How a log is rotated.
 *
 * @param bytes a file is closed before it would grow beyond this, at least 1
 * @param plainBackups how many of the newest rotated files stay plain; those behind are gzipped
 * @param backups how many rotated files are kept
 */
public record Rotation(long bytes, int plainBackups, int backups) {

  /** Stands for no limit in {@link #plainBackups} and {@link #backups}. */
  public static final int ALL = Integer.MAX_VALUE;

  /** Checks the ranges. */
  public Rotation {
    if (bytes < 1 || plainBackups < 0 || backups < 0) {
      throw new IllegalArgumentException(
          "rotation: out of range: " + bytes + ", " + plainBackups + ", " + backups);
    }
  }
}
