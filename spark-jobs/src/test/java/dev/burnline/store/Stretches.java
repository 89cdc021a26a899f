package dev.burnline.store;

import dev.burnline.oracle.RandomRawLogs;
import dev.burnline.rollup.BootSequences;
import dev.burnline.rollup.Counter;
import dev.burnline.rollup.Counting;
import dev.burnline.rollup.Measure;
import dev.burnline.rollup.Rollup;
import dev.burnline.rollup.RollupBuilder;
import dev.burnline.scan.LogField;
import dev.burnline.scan.LogScanner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A nasty log segment, rolled up whole or in stretches. */
final class Stretches {

  private static final Counter ALL = new Counter("all", Set.of(), line -> true);
  private static final Counter SLOW =
      new Counter(
          "slow", Set.of(LogField.DURATION_MS), line -> line.number(LogField.DURATION_MS) > 1000);

  /** Two counters, one the good events of the other, by cause and by values of two fields. */
  static final Counting COUNTING =
      Counting.of(
          List.of(ALL, SLOW),
          List.of(new Measure(SLOW, ALL, List.of(LogField.MODEL, LogField.REQUEST_ID))));

  private static final String SEGMENT_ID = "00112233445566778899aabbccddeeff";

  private final byte[] content;

  private Stretches(byte[] content) {
    this.content = content;
  }

  /** Takes the longest plain file of a random log. */
  static Stretches random(long seed, Path folder) throws IOException {
    Path logs = new RandomRawLogs(seed).writeTo(folder);
    byte[] longest = {};
    try (Stream<Path> files = Files.walk(logs)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = file.toString().endsWith(".gz") ? longest : Files.readAllBytes(file);
        longest = bytes.length > longest.length ? bytes : longest;
      }
    }
    return new Stretches(longest);
  }

  String segmentId() {
    return SEGMENT_ID;
  }

  /** Returns the number of bytes, all of them in whole lines. */
  int length() {
    return content.length;
  }

  Rollup whole() throws IOException {
    return stretch(0, content.length, new BootSequences());
  }

  /** Returns the rollup of all lines that begin before a byte. */
  Rollup upTo(long end) throws IOException {
    return stretch(0, end, new BootSequences());
  }

  /** Returns that many stretches, each knowing the numbers before it. */
  List<Rollup> cut(int pieces) throws IOException {
    List<Rollup> stretches = new ArrayList<>();
    BootSequences seen = new BootSequences();
    long start = 0;
    for (int piece = 1; piece <= pieces; piece++) {
      Rollup next =
          stretch(start, start + (content.length - start) / (pieces + 1 - piece), seen.ends());
      if (next.extent().end() > start) {
        stretches.add(next);
        seen.append(next.continuity().sequences());
        start = next.extent().end();
      }
    }
    return stretches;
  }

  private Rollup stretch(long start, long end, BootSequences earlier) throws IOException {
    RollupBuilder builder = new RollupBuilder(COUNTING, earlier);
    ByteArrayInputStream in =
        new ByteArrayInputStream(content, (int) start, content.length - (int) start);
    long covered = new LogScanner(RollupBuilder.fields(COUNTING)).scan(in, start, end, builder);
    return builder.build(SEGMENT_ID, "app.log", start, covered);
  }
}
