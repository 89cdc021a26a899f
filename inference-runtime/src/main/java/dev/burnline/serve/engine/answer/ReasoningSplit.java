package dev.burnline.serve.engine.answer;

import dev.burnline.serve.engine.GenerationListener.Part;
import dev.burnline.serve.engine.GenerationRequest.Reasoning;
import java.util.function.BiConsumer;

/**
 * Tells the reasoning of an answer from the rest of it. The tags are dropped, and so are the line
 * breaks right after them. Only a tag that opens the answer counts, and only the first that closes
 * it; without a closing tag all is reasoning.
 */
final class ReasoningSplit {

  private static final String OPENING = "<think>";
  private static final String CLOSING = "</think>";

  /** Most white space before an opening tag, so that what is held back stays bounded. */
  private static final int MOST_LEADING_SPACE = 16;

  private enum State {
    BEFORE_OPENING,
    REASONING_BEGINS,
    REASONING,
    CONTENT_BEGINS,
    CONTENT
  }

  private final boolean opened;
  private final BiConsumer<Part, String> out;
  private State state;
  private String held = "";

  ReasoningSplit(Reasoning reasoning, BiConsumer<Part, String> out) {
    this.opened = reasoning == Reasoning.APART_FROM_START;
    this.out = out;
    this.state = reasoning == Reasoning.AS_TEXT ? State.CONTENT : State.BEFORE_OPENING;
  }

  void accept(String piece) {
    String text = held + piece;
    held = "";
    if (state == State.BEFORE_OPENING) {
      text = afterOpening(text);
    }
    if (state == State.REASONING_BEGINS) {
      text = withoutLeadingBreaks(text, State.REASONING);
    }
    if (state == State.REASONING) {
      text = afterClosing(text);
    }
    if (state == State.CONTENT_BEGINS) {
      text = withoutLeadingBreaks(text, State.CONTENT);
    }
    if (state == State.CONTENT) {
      say(Part.CONTENT, text);
    }
  }

  /** Gives out what was held back, since nothing follows it. */
  void end() {
    String rest = held;
    held = "";
    if (state == State.BEFORE_OPENING && opened) {
      rest = withoutLeadingBreaks(rest, State.REASONING);
    }
    say(state == State.REASONING ? Part.REASONING : Part.CONTENT, rest);
  }

  private String afterOpening(String text) {
    String begin = text.stripLeading();
    boolean near = text.length() - begin.length() <= MOST_LEADING_SPACE;
    if (near && begin.startsWith(OPENING)) {
      state = State.REASONING_BEGINS;
      return begin.substring(OPENING.length());
    }
    if (near && OPENING.startsWith(begin)) {
      held = text;
      return "";
    }
    state = opened ? State.REASONING_BEGINS : State.CONTENT;
    return text;
  }

  private String withoutLeadingBreaks(String text, State next) {
    int from = 0;
    while (from < text.length() && (text.charAt(from) == '\n' || text.charAt(from) == '\r')) {
      from++;
    }
    if (from < text.length()) {
      state = next;
    }
    return text.substring(from);
  }

  private String afterClosing(String text) {
    int at = text.indexOf(CLOSING);
    if (at >= 0) {
      say(Part.REASONING, text.substring(0, at));
      state = State.CONTENT_BEGINS;
      return text.substring(at + CLOSING.length());
    }
    int keep = Math.min(text.length(), CLOSING.length() - 1);
    while (!CLOSING.startsWith(text.substring(text.length() - keep))) {
      keep--;
    }
    held = text.substring(text.length() - keep);
    say(Part.REASONING, text.substring(0, text.length() - keep));
    return "";
  }

  private void say(Part part, String text) {
    if (!text.isEmpty()) {
      out.accept(part, text);
    }
  }
}
