package dev.burnline.crunch;

import dev.burnline.log.IdentifiedLog;
import dev.burnline.log.LogFinder;
import dev.burnline.log.UnreadLog;
import dev.burnline.rollup.BootSequences;
import dev.burnline.rollup.Counting;
import dev.burnline.rollup.Landmark;
import dev.burnline.rollup.Landmarks;
import dev.burnline.rollup.Rollup;
import dev.burnline.rollup.RollupBuilder;
import dev.burnline.scan.LogScanner;
import dev.burnline.scan.ScanException;
import dev.burnline.store.RollupFile;
import dev.burnline.store.RollupStore;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** Reads a split and rolls it up. Whatever goes wrong with it is its result, not an exception. */
public final class SplitKernel {

  private final Configuration hadoop;
  private final Counting counting;
  private final RollupStore store;
  private final String run;

  /**
   * Creates a kernel.
   *
   * @param run names the place of rollups that have to be joined
   */
  public SplitKernel(Configuration hadoop, Counting counting, RollupStore store, String run) {
    this.hadoop = hadoop;
    this.counting = counting;
    this.store = store;
    this.run = run;
  }

  /**
   * Reads a split and stores its rollup.
   *
   * @param earlier the last {@code seq} of each boot before this split; empty when not known
   */
  public SplitResult run(LogSplit split, BootSequences earlier) {
    return run(split, OptionalLong.empty(), earlier);
  }

  /**
   * Reads a split whose rollup is to begin where the one before it ends, although no line does:
   * what lies between is passed over for good.
   */
  SplitResult runFrom(long covered, LogSplit split, BootSequences earlier) {
    return run(split, OptionalLong.of(covered), earlier);
  }

  /**
   * Whether a log has the last of these lines that it reaches where it should; true where that
   * cannot be told.
   */
  boolean holds(IdentifiedLog log, List<Landmark> lines) {
    boolean holds = true;
    try (IdentifiedLog.Reading reading = log.open(hadoop)) {
      InputStream in = reading.from(0);
      long at = 0;
      for (Landmark line : log.isCompressed() ? lines : lastUpTo(log.file().size(), lines)) {
        if (log.isCompressed()) {
          in.skipNBytes(line.offset() - at);
        } else {
          in = reading.from(line.offset());
        }
        byte[] found = in.readNBytes(line.bytes());
        if (found.length < line.bytes()) {
          return holds;
        }
        holds = line.matches(found);
        at = line.end();
      }
      return holds;
    } catch (EOFException e) {
      return holds;
    } catch (IOException e) {
      // Moved or replaced meanwhile; whoever reads it will notice.
      return true;
    }
  }

  private static List<Landmark> lastUpTo(long size, List<Landmark> lines) {
    return new Landmarks(lines).lastUpTo(size).stream().toList();
  }

  private SplitResult run(LogSplit split, OptionalLong covered, BootSequences earlier) {
    RollupBuilder builder = new RollupBuilder(counting, earlier);
    String name = split.log().file().displayName();
    long start = split.start();
    long end = start;
    UnreadLog unread = null;
    try (IdentifiedLog.Reading reading = split.log().open(hadoop)) {
      InputStream in = reading.from(Math.max(0, start - 1));
      OptionalLong firstLine = start == 0 ? OptionalLong.of(0) : nextLineStart(in, start - 1);
      if (firstLine.isEmpty()) {
        return new SplitResult(split, null, start, null);
      }
      start = firstLine.getAsLong();
      end = start;
      try {
        end = new LogScanner(RollupBuilder.fields(counting)).scan(in, start, split.end(), builder);
      } catch (ScanException e) {
        end = e.endOffset();
        unread = new UnreadLog(name, "read up to byte %d: %s".formatted(end, LogFinder.reason(e)));
      }
      reading.check();
    } catch (IOException e) {
      return new SplitResult(split, null, start, UnreadLog.of(name, e));
    }
    long from = covered.orElse(start);
    return stored(split, builder.build(split.log().segmentId(), name, from, end), unread);
  }

  private SplitResult stored(LogSplit split, Rollup rollup, @Nullable UnreadLog unread) {
    long end = rollup.extent().end();
    try {
      RollupFile file = null;
      if (end > rollup.extent().start()) {
        boolean wholeSegment = split.whole() && rollup.extent().start() == 0;
        file = wholeSegment ? store.save(rollup) : store.savePart(rollup, run);
      }
      return new SplitResult(split, file, end, unread);
    } catch (IOException e) {
      String reason = "cannot be stored: " + LogFinder.reason(e);
      return new SplitResult(
          split, null, end, new UnreadLog(split.log().file().displayName(), reason));
    }
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
