package dev.burnline.serve.cli;

/** The server cannot start; the message says why. */
final class StartException extends Exception {

  private static final long serialVersionUID = 1;

  private final int exitCode;

  StartException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
