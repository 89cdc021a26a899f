package dev.burnline.serve.bench.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Server-sent events out of bytes as they come, cut anywhere: the <a
 * href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">HTML
 * standard's</a> rules for lines, comments and data. Fields other than {@code data} are passed
 * over. Unlike there an event that the stream's end cuts short is still told, since servers leave
 * out the last blank line.
 */
final class SseParser {

  private static final int GREATEST_EVENT_BYTES = 16 << 20;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Consumer<String> events;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private boolean hasData;
  private boolean afterReturn;
  private boolean first = true;

  /** Tells the data of each event. */
  SseParser(Consumer<String> events) {
    this.events = events;
  }

  /**
   * Reads what came.
   *
   * @throws IllegalStateException when one event is larger than 16 MiB
   */
  void feed(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n' && afterReturn) {
        afterReturn = false;
        continue;
      }
      afterReturn = next == '\r';
      if (next == '\n' || next == '\r') {
        endLine();
      } else {
        line.write(next);
        check(line.size());
      }
    }
  }

  /** Tells what the end of the stream cut short. */
  void end() {
    if (line.size() > 0) {
      endLine();
    }
    dispatch();
  }

  private void endLine() {
    // Whole lines only are decoded, so no character is ever cut.
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (first && text.startsWith(BYTE_ORDER_MARK)) {
      text = text.substring(1);
    }
    first = false;
    if (text.isEmpty()) {
      dispatch();
    } else if (text.equals("data") || text.startsWith("data:")) {
      String value = text.substring(Math.min(text.length(), "data:".length()));
      if (hasData) {
        data.append('\n');
      }
      data.append(value.startsWith(" ") ? value.substring(1) : value);
      hasData = true;
      check(data.length());
    }
  }

  private void dispatch() {
    if (hasData) {
      String event = data.toString();
      data.setLength(0);
      hasData = false;
      events.accept(event);
    }
  }

  private static void check(int size) {
    if (size > GREATEST_EVENT_BYTES) {
      throw new IllegalStateException(
          "one event is larger than " + GREATEST_EVENT_BYTES + " bytes");
    }
  }
}
