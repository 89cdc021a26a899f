package dev.burnline.job;

/** Told how far a job has come. */
public interface Progress {

  /** Takes no notice. */
  Progress SILENT =
      new Progress() {
        @Override
        public void read(long done, long total) {}

        @Override
        public void message(String message) {}
      };

  /**
   * Takes the state of a crunch; called now and then from one thread.
   *
   * @param done bytes of log read so far
   * @param total bytes of log to read
   */
  void read(long done, long total);

  /** Takes what a person should know while they wait. */
  void message(String message);
}
