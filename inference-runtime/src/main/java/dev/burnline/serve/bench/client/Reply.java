package dev.burnline.serve.bench.client;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/** What became of one request. */
public sealed interface Reply {

  /** Returns when it ended, on the client's monotonic clock in nanoseconds. */
  long endNanos();

  /**
   * A whole answer.
   *
   * @param pieces when each piece of text came, in nanoseconds, ascending; at least one
   * @param outputTokens as the server counts them; absent when it does not tell
   * @param promptTokens as the server counts them; absent when it does not tell
   */
  record Answered(Times pieces, OptionalLong outputTokens, OptionalLong promptTokens, long endNanos)
      implements Reply {

    public Answered {
      requireNonNull(pieces, "pieces is null");
      requireNonNull(outputTokens, "outputTokens is null");
      requireNonNull(promptTokens, "promptTokens is null");
      if (pieces.count() == 0) {
        throw new IllegalArgumentException("pieces must not be empty");
      }
    }

    /** Returns the output tokens: the server's count, or else that of the pieces. */
    public long tokens() {
      return outputTokens.orElse(pieces.count());
    }
  }

  /**
   * No answer or only a part of one.
   *
   * @param kind for counting: {@code http_429}, {@code connect}, {@code timeout}, {@code
   *     stream_error}, {@code truncated}, {@code empty}, {@code malformed} or {@code io}
   * @param message what the server or the connection said
   */
  record Failed(String kind, String message, long endNanos) implements Reply {

    public Failed {
      requireNonNull(kind, "kind is null");
      requireNonNull(message, "message is null");
    }
  }
}
