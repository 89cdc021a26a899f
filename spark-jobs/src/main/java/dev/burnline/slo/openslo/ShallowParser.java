package dev.burnline.slo.openslo;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Refuses deep nesting before it is composed by recursion, where it would overflow the stack. */
final class ShallowParser implements Parser {

  private static final int DEEPEST_NESTING = 50;

  private final Parser parser;
  private int depth;

  ShallowParser(LoadSettings settings, String text) {
    parser = new ParserImpl(settings, new StreamReader(settings, text));
  }

  @Override
  public boolean hasNext() {
    return parser.hasNext();
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public Event next() {
    Event event = parser.next();
    switch (event.getEventId()) {
      case MappingStart, SequenceStart -> depth++;
      case MappingEnd, SequenceEnd -> depth--;
      case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> {
        // As deep as before.
      }
    }
    if (depth > DEEPEST_NESTING) {
      throw new ParserException(
          "nested more than %d levels deep".formatted(DEEPEST_NESTING), event.getStartMark());
    }
    return event;
  }
}
