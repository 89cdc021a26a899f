package dev.burnline.serve.http;

/** A route that generates text. */
enum Route {
  CHAT("/v1/chat/completions", "chat"),
  TEXT("/v1/completions", "text_completion");

  private final String path;
  private final String operation;

  Route(String path, String operation) {
    this.path = path;
    this.operation = operation;
  }

  String path() {
    return path;
  }

  /** Returns the operation's name in the log, as OpenTelemetry has it. */
  String operation() {
    return operation;
  }
}
