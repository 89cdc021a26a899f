package dev.burnline.serve.http;

import dev.burnline.serve.event.FinishReason;
import java.io.IOException;

/** Tells a client of its request; every method throws when the client is gone. */
interface Answer {

  /** The model begins to work on it. */
  void begin() throws IOException;

  /** Some text has come. */
  void text(Inbox.Piece piece) throws IOException;

  /** Nothing has come for a while. */
  void heartbeat() throws IOException;

  /** The answer is complete. */
  void complete(FinishReason reason) throws IOException;

  /** The request failed. */
  void fail(ApiError error) throws IOException;

  /** Returns whether the client may have a part of it, and with that the status 200. */
  boolean hasBegun();

  /** Returns most characters that may wait for the client. */
  int maxUnsentChars();
}
