package dev.burnline.serve.event;

import static java.util.Objects.requireNonNull;

/**
 * A request has come in and its prompt is known.
 *
 * @param requestId the request, at most 256 code points are kept
 * @param prompt the prompt
 */
public record RequestReceived(String requestId, Prompt prompt) implements LogEvent {

  public RequestReceived {
    requestId = Excerpt.name(requestId, "requestId");
    requireNonNull(prompt, "prompt is null");
  }

  @Override
  public String event() {
    return "request.received";
  }

  @Override
  public Priority priority() {
    return Priority.ORDINARY;
  }

  @Override
  public int keptChars() {
    return prompt.keptChars();
  }

  @Override
  public void condense() {
    prompt.condense();
  }

  @Override
  public void describe(Fields fields) {
    fields.text("request_id", requestId);
    fields.count("prompt_chars", prompt.chars());
  }
}
