package dev.burnline.crunch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.log.Compression;
import dev.burnline.log.IdentifiedLog;
import dev.burnline.log.LogFile;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import dev.burnline.store.ReadMarks;
import dev.burnline.store.RollupFile;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreContent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrunchPlanTest {

  private static final CountedKeys COUNTERS = counting("good", "total");
  private static final long SPLIT = 1000;

  @TempDir private Path folder;

  private ReadMarks marks;

  @BeforeEach
  void makeMarks() {
    marks = new ReadMarks(new RollupStore(new Configuration(), folder.toString()));
  }

  @Test
  void nothing_found_is_nothing_to_read() throws IOException {
    assertThat(plan().splits(List.of())).isEmpty();
  }

  @Test
  void a_short_log_is_one_split_and_needs_no_join() throws IOException {
    IdentifiedLog log = plain("app.log", "a", 1400);

    assertThat(plan().splits(List.of(log)))
        .containsExactly(new LogSplit(log, 0, 1400, 1400, true, true));
  }

  @Test
  void a_long_log_is_cut_into_equal_splits_without_gap() throws IOException {
    IdentifiedLog log = plain("app.log", "a", 3001);

    assertThat(plan().splits(List.of(log)))
        .containsExactly(
            new LogSplit(log, 0, 1000, 1000, false, false),
            new LogSplit(log, 1000, 2000, 1000, false, false),
            new LogSplit(log, 2000, 3001, 1001, true, false));
  }

  @Test
  void a_log_that_has_grown_is_read_on() throws IOException {
    IdentifiedLog log = plain("app.log", "a", 1800);
    RollupFile before = stretch("a", 0, 700, COUNTERS);

    CrunchPlan plan = plan(before);

    assertThat(plan.splits(List.of(log)))
        .containsExactly(new LogSplit(log, 700, 1800, 1100, true, false));
    assertThat(plan.chainBefore("a")).containsExactly(before);
    assertThat(plan.chainBefore("b")).isEmpty();
  }

  @Test
  void a_log_that_has_not_grown_is_left_alone() throws IOException {
    IdentifiedLog log = plain("app.log.1", "a", 700);

    assertThat(plan(stretch("a", 0, 700, COUNTERS)).splits(List.of(log))).isEmpty();
  }

  @Test
  void a_rollup_that_counts_something_else_is_made_anew() throws IOException {
    IdentifiedLog log = plain("app.log", "a", 700);

    CrunchPlan plan = plan(stretch("a", 0, 700, counting("other")));

    assertThat(plan.splits(List.of(log)))
        .containsExactly(new LogSplit(log, 0, 700, 700, true, true));
    assertThat(plan.chainBefore("a")).isEmpty();
  }

  @Test
  void what_was_compacted_and_counts_something_else_is_made_anew_from_all_its_logs()
      throws IOException {
    IdentifiedLog one = plain("app.log", "a", 900);
    IdentifiedLog two = compressed("app.log.1.gz", "b", 300, Compression.GZIP);
    marks.mark(two.segmentId(), two.fingerprint(), 500);

    CrunchPlan plan = plan(ofTwo("other"));

    assertThat(plan.splits(List.of(one, two)))
        .containsExactly(
            new LogSplit(one, 0, 900, 900, true, true),
            new LogSplit(two, 0, Long.MAX_VALUE, 300, true, true));
    assertThat(plan.chainBefore("a")).isEmpty();
  }

  @Test
  void what_was_compacted_is_kept_whatever_it_counts_where_a_log_is_gone_or_cut()
      throws IOException {
    IdentifiedLog one = plain("app.log", "a", 900);
    IdentifiedLog cut = plain("app.log.1", "b", 499);
    IdentifiedLog unknown = compressed("app.log.1.gz", "b", 300, Compression.GZIP);
    RollupFile compacted = ofTwo("other");

    for (List<IdentifiedLog> logs : List.of(List.of(one), List.of(one, cut))) {
      CrunchPlan plan = plan(compacted);
      assertThat(plan.splits(logs)).containsExactly(new LogSplit(one, 700, 900, 200, true, false));
      assertThat(plan.chainBefore("a")).containsExactly(compacted);
    }
    assertThat(plan(compacted).splits(List.of(one, unknown)))
        .contains(new LogSplit(one, 700, 900, 200, true, false));
  }

  private static RollupFile ofTwo(String counter) {
    return new RollupFile(
        URI.create("file:///store/compacted-x.rollup.avro"),
        List.of(extent("a", 0, 700, counting(counter)), extent("b", 0, 500, counting(counter))));
  }

  @Test
  void of_plain_copies_only_the_longest_is_read() throws IOException {
    IdentifiedLog shorter = plain("host-b/app.log", "a", 800);
    IdentifiedLog longer = plain("host-a/app.log", "a", 900);

    assertThat(plan().splits(List.of(shorter, longer)))
        .containsExactly(new LogSplit(longer, 0, 900, 900, true, true));
  }

  @Test
  void a_compressed_log_is_one_split_to_its_end_whatever_its_size() throws IOException {
    IdentifiedLog zipped = compressed("app.log.1.gz", "a", 5000, Compression.GZIP);
    IdentifiedLog zstd = compressed("app.log.2.zst", "b", 400, Compression.ZSTD);

    assertThat(plan(stretch("b", 0, 9000, COUNTERS)).splits(List.of(zipped, zstd)))
        .containsExactly(
            new LogSplit(zipped, 0, Long.MAX_VALUE, 5000, true, true),
            new LogSplit(zstd, 9000, Long.MAX_VALUE, 400, true, false));
  }

  @Test
  void a_compressed_log_that_was_read_to_its_end_is_not_opened_again() throws IOException {
    IdentifiedLog zipped = compressed("app.log.1.gz", "a", 5000, Compression.GZIP);
    marks.mark(zipped.segmentId(), zipped.fingerprint(), 9000);

    assertThat(plan(stretch("a", 0, 9000, COUNTERS)).splits(List.of(zipped))).isEmpty();
    assertThat(plan(stretch("a", 0, 8000, COUNTERS)).splits(List.of(zipped)))
        .as("while the store has less")
        .containsExactly(new LogSplit(zipped, 8000, Long.MAX_VALUE, 5000, true, false));
  }

  @Test
  void how_long_a_compressed_copy_is_only_reading_tells() throws IOException {
    IdentifiedLog plain = plain("app.log", "a", 900);
    IdentifiedLog zipped = compressed("app.log.gz", "a", 300, Compression.GZIP);

    assertThat(plan().splits(List.of(zipped, plain)))
        .extracting(LogSplit::log)
        .containsExactly(plain, zipped);
  }

  private static CountedKeys counting(String... counters) {
    return new CountedKeys(List.of(counters), List.of(), List.of());
  }

  private CrunchPlan plan(RollupFile... live) throws IOException {
    StoreContent content = new StoreContent(List.of(live), List.of(), List.of());
    return new CrunchPlan(content, marks.known(), COUNTERS, SPLIT);
  }

  private static IdentifiedLog plain(String name, String segment, long size) {
    return new IdentifiedLog(file(name, size, Compression.NONE), segment, "");
  }

  private static IdentifiedLog compressed(
      String name, String segment, long size, Compression compression) {
    return new IdentifiedLog(file(name, size, compression), segment, "ends in " + name);
  }

  private static LogFile file(String name, long size, Compression compression) {
    return new LogFile(URI.create("file:///logs/" + name), size, compression);
  }

  private static RollupFile stretch(String segment, long start, long end, CountedKeys counters) {
    return file(segment, extent(segment, start, end, counters));
  }

  private static RollupFile file(String name, Extent extent) {
    return new RollupFile(URI.create("file:///store/" + name + ".rollup.avro"), List.of(extent));
  }

  private static Extent extent(String segment, long start, long end, CountedKeys counters) {
    return new Extent(
        segment, "app.log", start, end, counters, List.of(), new TreeMap<>(), 0, 0, 0, null);
  }
}
