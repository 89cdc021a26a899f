package dev.burnline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/** Logs of the smallest lines. */
final class MinimalLog {

  private static final long START_MILLIS = Instant.parse("2026-11-22T00:00:00Z").toEpochMilli();

  private MinimalLog() {}

  /** Returns requests evenly over 2026-11-22, all of one status, of service {@code chat}. */
  static byte[] day(int requests, String status) {
    return day(requests, status, "chat");
  }

  /** Returns requests of one service; its name stands in the lines as it is given. */
  static byte[] day(int requests, String status, String service) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < requests; i++) {
      Instant time = Instant.ofEpochMilli(START_MILLIS + 86_399_000L * (i + 1) / requests);
      lines.append(
          """
          {"timestamp":"%s","service":"%s","status":"%s","duration_ms":%d,"input_tokens":%d,"output_tokens":90}
          """
              .formatted(time, service, status, 500 + i % 977, 1 + i % 331));
    }
    return lines.toString().getBytes(UTF_8);
  }
}
