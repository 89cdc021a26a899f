package dev.burnline.trust;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A day's log of one process with all that borders may cut in two: requests between their receipt
 * and their end, runs of repeated lines, unusable lines, lost numbers, a restart.
 */
final class BusyDay {

  private static final Instant MIDNIGHT = Instant.parse("2026-03-10T00:00:00Z");
  private static final int DAY_MS = 86_400_000;

  private final Random random;
  private final String host;
  private final List<String> lines = new ArrayList<>();
  private int boot = 1;
  private long seq;

  private BusyDay(String host, long seed) {
    this.host = host;
    this.random = new Random(seed);
  }

  /** Returns the bytes of a log of so many requests; a seed always gives the same. */
  static byte[] of(String host, int requests, long seed) {
    BusyDay day = new BusyDay(host, seed);
    List<Integer> running = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      int time = (int) ((long) DAY_MS * i / requests);
      running.add(i);
      day.line(time, "request.received", "\"request_id\":\"%s-%d\"".formatted(host, i));
      while (running.size() > day.random.nextInt(6)) {
        day.finished(time, running.remove(day.random.nextInt(running.size())));
      }
      day.somethingElse(time);
    }
    return (String.join("\n", day.lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void finished(int time, int request) {
    boolean failed = random.nextInt(9) == 0;
    line(
        time,
        "request.finished",
        String.format(
            Locale.ROOT,
            "\"request_id\":\"%s-%d\",\"status\":\"%s\",%s\"duration_ms\":%.3f,\"ttft_ms\":%d,"
                + "\"input_tokens\":%d,\"output_tokens\":%d,\"throughput_tps\":%.2f",
            host,
            request,
            failed ? "error" : "success",
            failed ? "\"error_type\":\"cuda_oom\"," : "\"finish_reason\":\"stop\",",
            random.nextDouble() * 4000,
            random.nextInt(900),
            random.nextInt(3000),
            random.nextInt(500),
            random.nextDouble() * 90));
  }

  private void somethingElse(int time) {
    switch (random.nextInt(30)) {
      case 0 -> lines.add("{\"timestamp\":\"cut off");
      case 1 -> seq += 1 + random.nextInt(3);
      case 2 -> {
        int repeated = Math.min(lines.size(), 1 + random.nextInt(20));
        lines.addAll(List.copyOf(lines.subList(lines.size() - repeated, lines.size())));
      }
      case 3 -> lines.add("");
      case 4, 5 ->
          line(
              time,
              "gpu.sample",
              "\"gpu_index\":%d,\"gpu_mem_used_mb\":%d,\"gpu_mem_total_mb\":24000,\"gpu_util_pct\":%d"
                  .formatted(random.nextInt(2), random.nextInt(24_000), random.nextInt(100)));
      case 6 -> {
        if (random.nextInt(10) == 0) {
          boot++;
          seq = 0;
        }
      }
      default -> {}
    }
  }

  private void line(int millisOfDay, String event, String fields) {
    seq++;
    lines.add(
        "{\"timestamp\":\"%s\",\"level\":\"INFO\",\"service\":\"%s\",\"event\":\"%s\",\"boot_id\":\"%s-%d\",\"seq\":%d,%s}"
            .formatted(
                MIDNIGHT.plusMillis(millisOfDay),
                random.nextInt(8) == 0 ? "embed" : "chat",
                event,
                host,
                boot,
                seq,
                fields));
  }
}
