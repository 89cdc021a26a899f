package dev.burnline.job;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * One day of one server's log as a list of lines. Requests overlap, so that receipt and finish of
 * most of them stand many lines apart. Equal seeds give equal lines.
 */
final class WrittenDay {

  static final LocalDate DATE = LocalDate.parse("2026-11-22");

  private static final long START_MILLIS = Instant.parse("2026-11-22T00:00:00Z").toEpochMilli();
  private static final String BOOT = "7d2f1c9e-0000-4000-8000-000000000001";
  private static final int LINES = 1500;

  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private final List<Integer> running = new ArrayList<>();
  private int seq;
  private int received;

  private WrittenDay(long seed) {
    this.random = new Random(seed);
  }

  /** Returns the lines of a healthy day. */
  static List<String> calm(long seed) {
    WrittenDay day = new WrittenDay(seed);
    for (int i = 0; i < LINES; i++) {
      day.write(i);
    }
    return day.lines;
  }

  /** Returns the lines of a day with repeated blocks, lost lines and lines that cannot be used. */
  static List<String> troubled(long seed) {
    WrittenDay day = new WrittenDay(seed);
    for (int i = 0; i < LINES; i++) {
      day.write(i);
      int chance = day.random.nextInt(100);
      if (chance == 0) {
        int block = 1 + day.random.nextInt(Math.min(40, day.lines.size()));
        day.lines.addAll(
            List.copyOf(day.lines.subList(day.lines.size() - block, day.lines.size())));
      } else if (chance == 1) {
        day.seq += 1 + day.random.nextInt(5);
      } else if (chance < 10) {
        day.lines.add("{\"timestamp\":\"2026-11-22T0" + "x".repeat(day.random.nextInt(400)));
      } else if (chance == 10) {
        day.lines.add("");
      }
    }
    return day.lines;
  }

  /** Returns the bytes of a file that holds these lines. */
  static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void write(int index) {
    long millis = START_MILLIS + index * 86_400_000L / LINES + random.nextInt(1000);
    int kind = random.nextInt(20);
    if (kind == 0) {
      line(millis, "gpu.sample", gpuSample());
    } else if (kind < 10 || running.isEmpty()) {
      running.add(++received);
      line(millis, "request.received", "\"request_id\":\"req-%05d\"".formatted(received));
    } else {
      line(millis, "request.finished", request(running.remove(random.nextInt(running.size()))));
    }
  }

  private String gpuSample() {
    return "\"gpu_index\":0,\"gpu_mem_used_mb\":%d,\"gpu_mem_total_mb\":24576,\"gpu_util_pct\":%d"
        .formatted(8_000 + random.nextInt(9_000), random.nextInt(101));
  }

  private String request(int number) {
    boolean failed = random.nextInt(50) == 0;
    return String.format(
        Locale.ROOT,
        "\"request_id\":\"req-%05d\",\"status\":\"%s\",\"duration_ms\":%.3f,\"ttft_ms\":%.3f,"
            + "\"input_tokens\":%d,\"output_tokens\":%d,\"throughput_tps\":%.2f,"
            + "\"prompt_truncated\":\"%s\"%s",
        number,
        failed ? "error" : "success",
        Math.exp(7 + random.nextGaussian()),
        random.nextDouble() * 900,
        1 + random.nextInt(3000),
        1 + random.nextInt(800),
        20 + random.nextDouble() * 60,
        "é界".repeat(random.nextInt(60)),
        failed ? ",\"error_type\":\"engine_error\"" : "");
  }

  private void line(long millis, String event, String more) {
    lines.add(
        ("{\"timestamp\":\"%s\",\"level\":\"INFO\",\"service\":\"chat\",\"event\":\"%s\","
                + "\"boot_id\":\"%s\",\"seq\":%d,%s}")
            .formatted(Instant.ofEpochMilli(millis), event, BOOT, ++seq, more));
  }
}
