package dev.burnline.crunch;

import dev.burnline.log.LogFinder;
import dev.burnline.log.UnreadLog;
import dev.burnline.rollup.BootSequences;
import dev.burnline.rollup.Counter;
import dev.burnline.rollup.Rollup;
import dev.burnline.rollup.RollupBuilder;
import dev.burnline.scan.LogScanner;
import dev.burnline.scan.ScanException;
import dev.burnline.store.RollupStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** Reads a split and rolls it up. */
public final class SplitKernel {

  private final Configuration hadoop;
  private final List<Counter> counters;
  private final RollupStore store;
  private final String run;

  /**
   * Creates a kernel.
   *
   * @param run names the place of rollups that have to be joined
   */
  public SplitKernel(Configuration hadoop, List<Counter> counters, RollupStore store, String run) {
    this.hadoop = hadoop;
    this.counters = List.copyOf(counters);
    this.store = store;
    this.run = run;
  }

  /**
   * Reads a split and stores its rollup.
   *
   * @param earlier the last {@code seq} of each boot before this split; empty when not known
   * @throws IOException when the store cannot be written; trouble with the log is in the result
   */
  public SplitResult run(LogSplit split, BootSequences earlier) throws IOException {
    RollupBuilder builder = new RollupBuilder(counters, earlier);
    LogScanner scanner = new LogScanner(RollupBuilder.fields(counters));
    String name = split.log().file().displayName();
    UnreadLog unread = null;
    long start = split.start();
    long end = start;
    try (InputStream in = split.log().file().open(hadoop, Math.max(0, start - 1))) {
      OptionalLong firstLine = start == 0 ? OptionalLong.of(0) : nextLineStart(in, start - 1);
      if (firstLine.isEmpty()) {
        return new SplitResult(split, null, null);
      }
      start = firstLine.getAsLong();
      end = start;
      end = scanner.scan(in, start, split.end(), builder);
    } catch (ScanException e) {
      end = e.endOffset();
      unread = new UnreadLog(name, "read up to byte %d: %s".formatted(end, LogFinder.reason(e)));
    } catch (IOException e) {
      unread = new UnreadLog(name, LogFinder.reason(e));
    }
    if (end == start) {
      return new SplitResult(split, null, unread);
    }
    return store(split, builder.build(split.log().segmentId(), name, start, end), unread);
  }

  private SplitResult store(LogSplit split, Rollup rollup, @Nullable UnreadLog unread)
      throws IOException {
    boolean wholeSegment = split.whole() && rollup.extent().start() == 0;
    return new SplitResult(
        split, wholeSegment ? store.save(rollup) : store.savePart(rollup, run), unread);
  }

  /** Reads through the next line end; empty when there is none any more. */
  private static OptionalLong nextLineStart(InputStream in, long offset) throws IOException {
    long at = offset;
    int b;
    do {
      b = in.read();
      at++;
      if (b < 0) {
        return OptionalLong.empty();
      }
    } while (b != '\n');
    return OptionalLong.of(at);
  }
}
