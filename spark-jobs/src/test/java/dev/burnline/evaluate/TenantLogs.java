package dev.burnline.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/** Three logs of one service with very many tenants and kinds of error, within an hour. */
final class TenantLogs {

  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final Random random;

  TenantLogs(long seed) {
    this.random = new Random(seed);
  }

  Path writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int file = 0; file < 3; file++) {
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < 1500; i++) {
        lines.append(line(START.plusMillis(i * 2400L + file), file + "-" + i)).append('\n');
      }
      Files.writeString(folder.resolve("app.log." + (file + 1)), lines);
    }
    return folder;
  }

  private String line(Instant time, String id) {
    StringBuilder line = new StringBuilder("{\"timestamp\":\"%s\"".formatted(time));
    line.append(",\"service\":\"chat\",\"event\":\"request.finished\",\"request_id\":\"");
    line.append(id).append('"');
    if (random.nextInt(10) > 0) {
      line.append(",\"tenant\":\"t%d\"".formatted(random.nextInt(2500)));
    }
    if (random.nextInt(5) > 0) {
      line.append(",\"model\":\"m%d\"".formatted(random.nextInt(3)));
    }
    if (random.nextInt(20) > 0) {
      line.append(",\"input_tokens\":%d".formatted(1 << random.nextInt(17)));
    }
    line.append(",\"duration_ms\":%d".formatted(random.nextInt(12_000)));
    if (random.nextInt(3) == 0) {
      line.append(",\"status\":\"error\",\"error_type\":\"e%d\"".formatted(random.nextInt(40)));
    } else {
      line.append(",\"status\":\"success\",\"finish_reason\":\"stop\"");
    }
    return line.append('}').toString();
  }
}
