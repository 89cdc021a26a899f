package dev.burnline.deliver;

import java.io.Serial;

/** The report's mail is missing or is not a mail that can be sent; the message names the file. */
final class UnreadableReportException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  UnreadableReportException(String message) {
    super(message);
  }
}
