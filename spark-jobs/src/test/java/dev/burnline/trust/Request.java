package dev.burnline.trust;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finished request. Its minute is no other request's, so it is its identity in a rollup.
 *
 * @param minute since 1970 UTC
 * @param boot the process that wrote it; null for writers of the smallest form
 * @param seq of the line within the boot
 */
record Request(int minute, String service, @Nullable String boot, long seq) {

  /** 2026-03-10T00:00Z. */
  static final int FIRST_MINUTE =
      (int) (Instant.parse("2026-03-10T00:00:00Z").getEpochSecond() / 60);

  /** A request in a minute of that day, written by boot "boot-1" with the minute's own number. */
  static Request at(int minuteOfDay) {
    return new Request(FIRST_MINUTE + minuteOfDay, "chat", "boot-1", minuteOfDay);
  }

  /** The same with a number of its own. */
  Request numbered(long number) {
    return new Request(minute, service, boot, number);
  }

  /** The same from another process. */
  Request from(String otherBoot) {
    return new Request(minute, service, otherBoot, seq);
  }

  /** The same in the smallest form. */
  Request minimal() {
    return new Request(minute, service, null, 0);
  }

  /** Whether it took under a second. */
  boolean isQuick() {
    return minute % 3 != 0;
  }

  /** The line without its end. */
  String json() {
    String contract =
        boot == null
            ? ""
            : "\"event\":\"request.finished\",\"boot_id\":\"%s\",\"seq\":%d,\"status\":\"success\","
                .formatted(boot, seq);
    return """
        {"timestamp":"%s","level":"INFO","service":"%s",%s"request_id":"r%d",\
        "prompt_truncated":"größte 漢字 %s","duration_ms":%d,"output_tokens":%d}"""
        .formatted(
            Instant.ofEpochSecond(minute * 60L + minute % 60),
            service,
            contract,
            minute,
            "x".repeat(minute % 40),
            isQuick() ? 100 + minute % 800 : Workbench.SLOW_MS + minute % 5000,
            minute % 700);
  }

  /** The line with its end. */
  byte[] bytes() {
    return (json() + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
