package dev.burnline.serve.cli;

/** How the process ends. */
final class ExitCode {

  /** It was told to stop, and did. */
  static final int STOPPED = 0;

  static final int FAILED = 1;

  /** A setting cannot be used, the port and the log folder among them. */
  static final int WRONG_USAGE = 2;

  /** The model cannot be read. */
  static final int UNREADABLE_MODEL = 3;

  private ExitCode() {}
}
