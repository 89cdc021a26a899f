package dev.burnline.crunch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.log.Compression;
import dev.burnline.log.IdentifiedLog;
import dev.burnline.log.LogFile;
import dev.burnline.rollup.Extent;
import dev.burnline.store.StoredRollup;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CrunchPlanTest {

  private static final List<String> COUNTERS = List.of("good", "total");
  private static final long SPLIT = 1000;

  @Test
  void nothing_found_is_nothing_to_read() {
    assertThat(plan(Map.of()).splits()).isEmpty();
  }

  @Test
  void a_short_log_is_one_split_and_needs_no_join() {
    IdentifiedLog log = plain("app.log", "a", 1400);

    assertThat(plan(Map.of(), log).splits())
        .containsExactly(new LogSplit(log, 0, 1400, 1400, true));
  }

  @Test
  void a_long_log_is_cut_into_equal_splits_without_gap() {
    IdentifiedLog log = plain("app.log", "a", 3001);

    assertThat(plan(Map.of(), log).splits())
        .containsExactlyInAnyOrder(
            new LogSplit(log, 0, 1000, 1000, false),
            new LogSplit(log, 1000, 2000, 1000, false),
            new LogSplit(log, 2000, 3001, 1001, false));
  }

  @Test
  void a_log_that_has_grown_is_read_on() {
    IdentifiedLog log = plain("app.log", "a", 1800);
    StoredRollup before = stored("a", 700, COUNTERS);

    CrunchPlan plan = plan(Map.of("a", before), log);

    assertThat(plan.splits()).containsExactly(new LogSplit(log, 700, 1800, 1100, false));
    assertThat(plan.earlier()).containsExactly(Map.entry("a", before));
  }

  @Test
  void a_log_that_has_not_grown_is_left_alone() {
    IdentifiedLog log = plain("app.log.1", "a", 700);

    CrunchPlan plan = plan(Map.of("a", stored("a", 700, COUNTERS)), log);

    assertThat(plan.splits()).isEmpty();
    assertThat(plan.earlier()).isEmpty();
  }

  @Test
  void a_rollup_that_counts_something_else_is_made_anew() {
    IdentifiedLog log = plain("app.log", "a", 700);

    CrunchPlan plan = plan(Map.of("a", stored("a", 700, List.of("other"))), log);

    assertThat(plan.splits()).containsExactly(new LogSplit(log, 0, 700, 700, true));
    assertThat(plan.earlier()).isEmpty();
  }

  @Test
  void of_plain_copies_only_the_longest_is_read() {
    IdentifiedLog longer = plain("host-a/app.log", "a", 900);

    assertThat(plan(Map.of(), plain("host-b/app.log", "a", 800), longer).splits())
        .containsExactly(new LogSplit(longer, 0, 900, 900, true));
  }

  @Test
  void a_compressed_log_is_one_split_to_its_end_whatever_its_size() {
    IdentifiedLog zipped = log("app.log.1.gz", "a", 5000, Compression.GZIP);
    IdentifiedLog zstd = log("app.log.2.zst", "b", 400, Compression.ZSTD);

    assertThat(plan(Map.of("b", stored("b", 9000, COUNTERS)), zipped, zstd).splits())
        .containsExactly(
            new LogSplit(zipped, 0, Long.MAX_VALUE, 5000, true),
            new LogSplit(zstd, 9000, Long.MAX_VALUE, 400, false));
  }

  @Test
  void how_long_a_compressed_copy_is_only_reading_tells() {
    IdentifiedLog plain = plain("app.log", "a", 900);
    IdentifiedLog zipped = log("app.log.gz", "a", 300, Compression.GZIP);

    assertThat(plan(Map.of(), plain, zipped).splits())
        .extracting(LogSplit::log)
        .containsExactly(plain, zipped);
  }

  @Test
  void the_heaviest_come_first() {
    assertThat(plan(Map.of(), plain("a.log", "a", 10), plain("b.log", "b", 30)).splits())
        .extracting(LogSplit::weight)
        .containsExactly(30L, 10L);
  }

  private static CrunchPlan plan(Map<String, StoredRollup> stored, IdentifiedLog... logs) {
    return CrunchPlan.of(List.of(logs), stored, COUNTERS, SPLIT);
  }

  private static IdentifiedLog plain(String name, String segment, long size) {
    return log(name, segment, size, Compression.NONE);
  }

  private static IdentifiedLog log(
      String name, String segment, long size, Compression compression) {
    return new IdentifiedLog(
        new LogFile(URI.create("file:///logs/" + name), size, compression), segment);
  }

  private static StoredRollup stored(String segment, long end, List<String> counters) {
    Extent extent = new Extent(segment, "app.log", 0, end, counters, List.of(), new TreeMap<>(), 0);
    return new StoredRollup(URI.create("file:///store/" + segment), extent);
  }
}
