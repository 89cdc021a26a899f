package dev.burnline.serve.event;

/**
 * A request has come in and its prompt is known.
 *
 * @param requestId the request, at most 256 code points are kept
 * @param promptChars length of the prompt in code points, not negative
 */
public record RequestReceived(String requestId, long promptChars) implements LogEvent {

  public RequestReceived {
    requestId = Excerpt.name(requestId, "requestId");
    Checks.notNegative(promptChars, "promptChars");
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
  public void describe(Fields fields) {
    fields.text("request_id", requestId);
    fields.count("prompt_chars", promptChars);
  }
}
