package dev.burnline.deliver;

/** How the connection to a mail server is protected. */
enum Security {
  /** Starts in the clear and must switch to TLS before anything is said; usual port 587. */
  STARTTLS(587),
  /** TLS from the first byte; usual port 465. */
  TLS(465),
  /** No protection; only to a server on this machine. */
  PLAIN(25);

  private final int defaultPort;

  Security(int defaultPort) {
    this.defaultPort = defaultPort;
  }

  int defaultPort() {
    return defaultPort;
  }
}
