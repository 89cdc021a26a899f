package dev.burnline.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.log.Compression;
import dev.burnline.log.FoundLogs;
import dev.burnline.log.IdentifiedLog;
import dev.burnline.log.LogFile;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Fault 4: rotation outruns the reader. This is the warning before it does. */
class RotationHeadroomTest {

  private static final Optional<Duration> DAILY = Optional.of(Duration.ofDays(1));
  private static final Optional<Duration> OFTEN = Optional.of(Duration.ofMinutes(5));

  private final List<IdentifiedLog> files = new ArrayList<>();
  private final List<Extent> extents = new ArrayList<>();

  @Test
  void files_that_span_less_than_the_time_between_runs_are_warned_about() {
    rotated("/var/log/llm/app.log", 6, "2026-11-22T00:00:00Z", Duration.ofHours(2));

    assertThat(warnings(DAILY))
        .containsExactly(
            "the 6 files of /var/log/llm/app.log keep about 12.0 h of lines, and up to 24.0 h"
                + " passed between two runs that read them: keep more or larger backups, or run"
                + " 'burnline crunch' more often");
  }

  @Test
  void without_a_run_before_a_daily_one_is_assumed() {
    rotated("/var/log/llm/app.log", 6, "2026-11-22T00:00:00Z", Duration.ofHours(2));

    assertThat(warnings(Optional.empty()))
        .singleElement()
        .asString()
        .contains("keep about 12.0 h of lines, and read once a day they would lose some");
  }

  @Test
  void who_reads_often_enough_is_left_alone() {
    rotated("/var/log/llm/app.log", 6, "2026-11-22T00:00:00Z", Duration.ofHours(2));

    assertThat(warnings(OFTEN)).isEmpty();
  }

  @Test
  void a_margin_of_half_as_much_again_is_kept() {
    rotated("/var/log/llm/app.log", 6, "2026-11-20T00:00:00Z", Duration.ofHours(5));
    assertThat(warnings(DAILY)).as("30 h").hasSize(1);
    clear();

    rotated("/var/log/llm/app.log", 6, "2026-11-20T00:00:00Z", Duration.ofHours(6));
    assertThat(warnings(DAILY)).as("36 h").isEmpty();
  }

  @Test
  void a_log_with_few_files_says_nothing_until_one_of_its_files_is_gone() {
    rotated("/var/log/llm/app.log", 2, "2026-11-22T00:00:00Z", Duration.ofHours(2));
    assertThat(warnings(DAILY)).isEmpty();

    extents.add(
        extent("gone", "/var/log/llm/app.log.1", "2026-11-21T22:00:00Z", Duration.ofHours(2)));
    assertThat(warnings(DAILY)).hasSize(1);
  }

  @Test
  void a_clock_that_was_wrong_does_not_stretch_the_time() {
    rotated("/var/log/llm/app.log", 6, "2026-11-22T00:00:00Z", Duration.ofHours(2));
    TreeMap<Integer, Long> one = new TreeMap<>();
    one.put((int) (Instant.parse("2031-01-01T00:00:00Z").getEpochSecond() / 900), 3L);
    extents.add(extent("segment-0", "/var/log/llm/app.log.5", one));

    assertThat(warnings(DAILY)).hasSize(1);
  }

  @Test
  void logs_in_one_folder_are_told_apart() {
    for (String host : List.of("a", "b", "c", "d", "e", "f")) {
      rotated("/logs/%s.log".formatted(host), 1, "2026-11-22T00:00:00Z", Duration.ofHours(2));
    }
    assertThat(warnings(DAILY)).as("hosts that do not rotate").isEmpty();

    rotated("/logs/busy.log", 6, "2026-11-22T00:00:00Z", Duration.ofHours(1));
    rotated("/logs/quiet.log", 6, "2026-11-01T00:00:00Z", Duration.ofDays(3));
    assertThat(warnings(DAILY)).singleElement().asString().contains("/logs/busy.log");
  }

  @Test
  void dates_in_names_make_no_other_log() {
    for (int hour = 0; hour < 6; hour++) {
      file(
          "d" + hour,
          "/logs/app-2026-11-22.%d.log.gz".formatted(hour),
          "2026-11-22T0%d:00:00Z".formatted(hour),
          Duration.ofHours(1));
    }

    assertThat(warnings(DAILY)).singleElement().asString().contains("6 files of /logs/app.log");
  }

  @Test
  void one_segment_read_in_stretches_is_one_file() {
    file("s", "/logs/app.log", "2026-11-22T00:00:00Z", Duration.ofHours(1));
    for (int i = 1; i < 9; i++) {
      extents.add(
          extent("s", "/logs/app.log", "2026-11-22T0%d:00:00Z".formatted(i), Duration.ofHours(1)));
    }

    assertThat(warnings(DAILY)).isEmpty();
  }

  private List<String> warnings(Optional<Duration> betweenRuns) {
    return RotationHeadroom.warnings(
        new FoundLogs(files, List.of(), List.of(), List.of(), List.of()), extents, betweenRuns);
  }

  private void clear() {
    files.clear();
    extents.clear();
  }

  private void rotated(String name, int count, String start, Duration each) {
    for (int i = 0; i < count; i++) {
      int backup = count - 1 - i;
      file(
          name.equals("/var/log/llm/app.log") ? "segment-" + i : name + i,
          backup == 0 ? name : name + "." + backup,
          Instant.parse(start).plus(each.multipliedBy(i)).toString(),
          each);
    }
  }

  private void file(String segment, String name, String start, Duration length) {
    files.add(
        new IdentifiedLog(
            new LogFile(URI.create("file://" + name), 1000, Compression.NONE), segment, ""));
    extents.add(extent(segment, name, start, length));
  }

  private static Extent extent(String segment, String name, String start, Duration length) {
    TreeMap<Integer, Long> quarters = new TreeMap<>();
    int first = (int) (Instant.parse(start).getEpochSecond() / 900);
    for (int i = 0; i < length.toMinutes() / 15; i++) {
      quarters.put(first + i, 100L);
    }
    return extent(segment, name, quarters);
  }

  private static Extent extent(String segment, String name, SortedMap<Integer, Long> quarters) {
    return new Extent(
        segment,
        name,
        0,
        1000,
        CountedKeys.NONE,
        List.of("chat"),
        quarters,
        100,
        quarters.firstKey() * 900_000L,
        quarters.lastKey() * 900_000L + 1,
        null);
  }
}
