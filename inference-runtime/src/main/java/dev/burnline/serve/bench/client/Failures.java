package dev.burnline.serve.bench.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** Names for what goes wrong with a connection. */
final class Failures {

  private Failures() {}

  static Reply.Failed of(Throwable problem, long nanos) {
    Throwable cause = problem;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new Reply.Failed(kind(cause), reason(cause), nanos);
  }

  private static String kind(Throwable cause) {
    if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
      return "timeout";
    }
    if (cause instanceof ConnectException) {
      return "connect";
    }
    return cause instanceof IOException ? "io" : "malformed";
  }

  /** Returns what went wrong; the JDK's connection errors have no message of their own. */
  static String reason(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null) {
        return cause.getMessage();
      }
    }
    return problem.getClass().getSimpleName();
  }
}
