package dev.burnline.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Small logs of several hosts over more than 30 days, as nasty as the contract allows. Equal seeds
 * give equal logs, date and zone. Every third seed is calm: no unusable line and no gap.
 */
public final class RandomRawLogs {

  private static final List<String> DATES =
      List.of("2026-03-29", "2026-10-25", "2026-03-08", "2026-07-01");
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns");

  private final long seed;
  private final LocalDate date;
  private final ZoneId zone;

  public RandomRawLogs(long seed) {
    this.seed = seed;
    Random random = new Random(seed);
    this.date = LocalDate.parse(DATES.get(random.nextInt(DATES.size())));
    this.zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
  }

  /** Returns the civil day that has the most lines, often one of 23 or 25 hours. */
  public LocalDate date() {
    return date;
  }

  public ZoneId zone() {
    return zone;
  }

  /** Writes about 3000 lines and returns their folder, a new one in {@code parent}. */
  public Path writeTo(Path parent) throws IOException {
    Random random = new Random(seed);
    Span window = Span.ofDays(date, date, zone);
    Path folder = parent.resolve("logs-" + seed);
    int nastyPerMille = Math.floorMod(seed, 3) == 0 ? 0 : 1 + random.nextInt(120);
    int failedPerMille = List.of(0, 1, 30, 100).get(random.nextInt(4));
    List<RandomFiles> allFiles = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String name = "host-" + i;
      RandomFiles files = new RandomFiles(folder.resolve(name), random);
      RandomHost host =
          new RandomHost(
              name,
              i == 1 ? "chat-ü" : "DeepSeek-R1-Distill-Qwen-1.5B",
              i != 2,
              failedPerMille,
              nastyPerMille,
              random,
              files);
      for (Instant time : new RandomTimes(random).around(window, 500 + random.nextInt(300))) {
        host.happen(time);
      }
      allFiles.add(files);
    }
    for (RandomFiles files : allFiles) {
      files.write();
    }
    return folder;
  }
}
