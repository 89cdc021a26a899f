package dev.burnline.serve.engine.answer;

import dev.burnline.serve.engine.GenerationListener.Part;
import dev.burnline.serve.engine.GenerationRequest.Reasoning;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The text of one answer. First the reasoning is set apart, then stop strings are looked for, in
 * the reasoning and in the rest each for itself: none matches a tag, a line break that is dropped
 * after one, or across the border. What is held back is never longer than a tag with the white
 * space before it, and the longest stop string.
 */
public final class AnswerText {

  private final ReasoningSplit split;
  private final StopStrings stops;
  private final BiConsumer<Part, String> out;
  private Part part = Part.REASONING;

  /**
   * Begins an answer.
   *
   * @param stops the answer ends before the first of these; none empty
   * @param out hears of each text that is final, never empty
   */
  public AnswerText(Reasoning reasoning, List<String> stops, BiConsumer<Part, String> out) {
    this.split = new ReasoningSplit(reasoning, this::accept);
    this.stops = new StopStrings(stops);
    this.out = out;
  }

  /** Takes a piece of text, perhaps empty, and returns whether a stop string ended the answer. */
  public boolean accept(String piece) {
    if (!piece.isEmpty() && !stops.found()) {
      split.accept(piece);
    }
    return stops.found();
  }

  /**
   * Gives out what was held back, since nothing follows it, and returns whether a stop string ended
   * the answer after all.
   */
  public boolean end() {
    if (!stops.found()) {
      split.end();
      say(stops.release());
    }
    return stops.found();
  }

  private void accept(Part newPart, String text) {
    if (newPart != part) {
      say(stops.release());
      part = newPart;
    }
    say(stops.accept(text));
  }

  private void say(String text) {
    if (!text.isEmpty()) {
      out.accept(part, text);
    }
  }
}
