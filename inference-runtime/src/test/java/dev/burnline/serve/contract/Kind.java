package dev.burnline.serve.contract;

import dev.burnline.serve.cli.FaultyServer;

/** A kind of request, by what is to become of it. */
enum Kind {
  ANSWERED("/v1/chat/completions", chat("hello %s", "")),
  STREAMED("/v1/chat/completions", chat("hello %s", ", \"stream\": true")),
  WITH_USAGE(
      "/v1/chat/completions",
      chat("hello %s", ", \"stream\": true, \"stream_options\": {\"include_usage\": true}")),
  COMPLETED("/v1/completions", "{\"prompt\": \"text %s\"}"),
  CUT("/v1/chat/completions", chat("hello %s", ", \"max_tokens\": 5")),
  STOPPED("/v1/chat/completions", chat("hello %s", ", \"stop\": [\" said\"]")),
  REPEATED("/v1/chat/completions", chat("#repeat %s", "")),
  BROKEN("/v1/chat/completions", "{\"messages\": [%s"),
  WRONG_FIELD("/v1/chat/completions", chat("hello %s", ", \"temperature\": 7")),
  NO_MESSAGES("/v1/chat/completions", "{\"model\": \"fake\", \"user\": \"%s\"}"),
  OTHER_MODEL("/v1/chat/completions", chat("hello %s", ", \"model\": \"gpt-4\"")),
  TOO_LONG("/v1/chat/completions", chat("hello %s", ", \"max_tokens\": 4096")),
  TOO_BIG("/v1/chat/completions", chat("hello %s " + "x".repeat(70_000), "")),
  UNKNOWN_KEY("/v1/chat/completions", chat("hello %s", "")),
  WRONG_METHOD("/v1/chat/completions", ""),
  OUT_OF_MEMORY("/v1/chat/completions", chat("#oom %s", "")),
  SLOW("/v1/chat/completions", chat("#slow %s", "")),
  SLOW_STREAM("/v1/chat/completions", chat("#slow %s", ", \"stream\": true")),
  LEFT_AT_ONCE("/v1/chat/completions", chat("#slow %s", "")),
  LEFT_IN_THE_STREAM("/v1/chat/completions", chat("#slow %s", ", \"stream\": true")),
  DEVICE_FAULT("/v1/chat/completions", chat("#fault %s", "")),
  ENGINE_FAULT("/v1/chat/completions", chat("#wrong %s", ", \"stream\": true")),
  STUCK("/v1/chat/completions", chat("#stuck %s", ""));

  /** When a client closes the connection. */
  enum Leaves {
    NEVER,
    AT_ONCE,
    AT_THE_FIRST_TOKEN
  }

  private final String path;
  private final String body;

  Kind(String path, String body) {
    this.path = path;
    this.body = body;
  }

  private static String chat(String content, String more) {
    return "{\"messages\": [{\"role\": \"user\", \"content\": \"" + content + "\"}]" + more + "}";
  }

  String path() {
    return path;
  }

  String method() {
    return this == WRONG_METHOD ? "GET" : "POST";
  }

  String key() {
    return switch (this) {
      case UNKNOWN_KEY -> "no-such-key";
      case STREAMED -> FaultyServer.GOLD_KEY;
      default -> FaultyServer.KEY;
    };
  }

  /** Returns the body of the request with this id, which it names. */
  String body(String id) {
    return body.replace("%s", id);
  }

  Leaves leaves() {
    return switch (this) {
      case LEFT_AT_ONCE -> Leaves.AT_ONCE;
      case LEFT_IN_THE_STREAM -> Leaves.AT_THE_FIRST_TOKEN;
      default -> Leaves.NEVER;
    };
  }
}
