package dev.burnline.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/**
 * When the logs were last read into a store: what one may expect of the time to the next run. It is
 * advice only, so a torn or lost file does no harm.
 */
public final class CrunchTimes {

  private static final String FILE = "crunched-at.txt";
  private static final int KEPT = 64;

  private final RollupStore store;

  /** Creates a view of the times in a store. */
  public CrunchTimes(RollupStore store) {
    this.store = store;
  }

  /**
   * Adds a run, and returns the longest time that passed between two of the last {@value #KEPT}
   * runs; empty when this is the first one that is known.
   */
  public Optional<Duration> add(Instant now) throws IOException {
    List<Long> seconds = known();
    seconds.add(now.getEpochSecond());
    List<Long> kept = seconds.subList(Math.max(0, seconds.size() - KEPT), seconds.size());
    write(kept);
    long longest = -1;
    for (int i = 1; i < kept.size(); i++) {
      longest = Math.max(longest, kept.get(i) - kept.get(i - 1));
    }
    return longest < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(longest));
  }

  private List<Long> known() throws IOException {
    List<Long> seconds = new ArrayList<>();
    try (InputStream in = store.fileSystem().open(file())) {
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> line.matches("\\d{1,12}"))
          .forEach(line -> seconds.add(Long.valueOf(line)));
    } catch (FileNotFoundException e) {
      // The first run.
    }
    return seconds;
  }

  private void write(List<Long> seconds) throws IOException {
    StringBuilder lines = new StringBuilder();
    seconds.forEach(second -> lines.append(second).append('\n'));
    try (OutputStream out = store.fileSystem().create(file(), true)) {
      out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
    }
  }

  private Path file() {
    return new Path(store.folder(), FILE);
  }
}
