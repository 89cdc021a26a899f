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

  /** Returns the status that the client sees, which a stream sends before it knows its end. */
  int httpStatus(int wanted);

  /** Returns most characters that may wait for the client. */
  int maxUnsentChars();
}
