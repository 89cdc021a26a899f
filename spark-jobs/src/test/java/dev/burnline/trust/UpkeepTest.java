package dev.burnline.trust;

import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.store.StoreUpkeep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Months of a store: days are compacted one after the other, and the oldest are forgotten. */
class UpkeepTest {

  private static final int DAY = 24 * 60;

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void begin() throws IOException {
    scene = Scene.in(folder);
  }

  @Test
  void forgetting_deletes_old_days_also_where_every_night_is_compacted() throws IOException {
    for (int day = 0; day < 6; day++) {
      for (int segment = 0; segment < 3; segment++) {
        scene.write("day-%d-%d.log".formatted(day, segment), requests(day, segment));
      }
      scene.crunchAll();
      scene.bench().compact(startOf(day + 1));
    }
    assertThat(scene.rollups()).hasSize(6);
    deleteLogs(0, 4);

    assertThat(forget(startOf(4))).hasSize(4);

    assertThat(scene.rollups()).hasSize(2);
    scene.crunchAll();
    assertThat(scene.bench().counted().requests().keySet())
        .allMatch(minute -> minute >= Request.FIRST_MINUTE + 4 * DAY)
        .hasSize(2 * 3 * 2);
  }

  @Test
  void a_segment_that_grows_on_another_day_does_not_carry_its_first_day_along() throws IOException {
    scene.write("a.log", requests(0, 0));
    scene.write("b.log", requests(0, 1));
    scene.crunchAll();
    scene.bench().compact(startOf(1));
    scene.write("b.log", requests(1, 1));
    scene.write("c.log", requests(1, 2));
    scene.write("d.log", requests(1, 3));
    scene.crunchAll();
    scene.bench().compact(startOf(2));
    scene.bench().compact(startOf(3));

    assertThat(scene.rollups()).as("day 0, day 1, and what b.log grew by").hasSize(3);
    scene.counts(requests(0, 0), requests(0, 1), requests(1, 1), requests(1, 2), requests(1, 3));
    assertThat(forget(startOf(1))).isEmpty();
    assertThat(forget(startOf(2))).hasSize(3);
  }

  @Test
  void what_comes_late_joins_its_own_day() throws IOException {
    scene.write("a.log", requests(0, 0));
    scene.write("b.log", requests(0, 1));
    scene.write("c.log", requests(1, 0));
    scene.write("d.log", requests(1, 1));
    scene.crunchAll();
    scene.bench().compact(startOf(2));
    scene.write("late.log", requests(0, 2));
    scene.crunchAll();
    assertThat(scene.rollups()).hasSize(3);
    scene.bench().compact(startOf(2));

    assertThat(scene.rollups()).hasSize(2);
    scene.counts(requests(0, 0), requests(0, 1), requests(0, 2), requests(1, 0), requests(1, 1));
  }

  @Test
  void a_file_with_a_segment_that_has_grown_since_keeps_what_its_others_grew_by()
      throws IOException {
    scene.write("a.log", requests(0, 0));
    scene.write("b.log", requests(0, 1));
    scene.crunchAll();
    scene.bench().compact(startOf(1));
    scene.write("a.log", requests(0, 2));
    scene.write("b.log", requests(5, 1));
    scene.crunchAll();

    assertThat(forget(startOf(1))).isEmpty();
    scene.counts(requests(0, 0), requests(0, 1), requests(0, 2), requests(5, 1));
  }

  @Test
  void forgetting_that_is_killed_at_any_moment_leaves_nothing_for_ever() throws IOException {
    int moment = 1;
    KillAt kill;
    do {
      scene = Scene.in(folder.resolve("moment-" + moment));
      scene.write("a.log", requests(0, 0));
      scene.write("b.log", requests(0, 1));
      scene.crunchAll();
      scene.bench().compact(startOf(1));
      scene.write("b.log", requests(0, 2));
      scene.write("c.log", requests(0, 3));
      scene.write("d.log", requests(3, 0));
      scene.crunchAll();
      kill = new KillAt(moment);
      scene.from(kill);
      try {
        forget(startOf(1));
      } catch (Killed e) {
        scene.from(Fault.NONE);
        assertThat(verify()).as(e.getMessage()).isEmpty();
        forget(startOf(1));
      }
      scene.from(Fault.NONE);
      assertThat(verify()).as("moment %d", moment).isEmpty();
      scene.counts(requests(3, 0));
      assertThat(scene.rollups()).hasSize(1);
      moment++;
    } while (kill.struck());
    assertThat(moment).isGreaterThan(6);
  }

  @Test
  void what_is_missing_its_start_is_told_until_it_is_forgotten() throws IOException {
    scene.write("a.log", requests(0, 0));
    scene.write("b.log", requests(0, 1));
    scene.crunchAll();
    scene.bench().compact(startOf(1));
    Path compacted = scene.rollups().get(0);
    scene.write("b.log", requests(0, 2));
    scene.crunchAll();
    Files.delete(compacted);
    assertThat(verify())
        .singleElement()
        .asString()
        .endsWith(".rollup.avro: holds more than the files that count");
    scene.delete("b.log");

    assertThat(forget(startOf(0))).isEmpty();
    assertThat(forget(startOf(1))).hasSize(1);
    assertThat(verify()).isEmpty();
    assertThat(scene.rollups()).isEmpty();
  }

  @Test
  void a_leftover_does_not_count_again_when_what_covers_it_is_forgotten() throws IOException {
    scene.write("a.log", requests(0, 0));
    scene.crunchAll();
    Path shorter = scene.rollups().get(0);
    byte[] content = Files.readAllBytes(shorter);
    scene.write("a.log", requests(0, 1));
    scene.crunchAll();
    Files.write(shorter, content);

    assertThat(forget(startOf(1))).hasSize(1);
    assertThat(scene.rollups()).isEmpty();
  }

  private List<String> verify() throws IOException {
    return new StoreUpkeep(scene.bench().store()).verify().problems();
  }

  private static Request[] requests(int day, int segment) {
    int first = day * DAY + 10 * segment;
    return minutes(first, first + 1);
  }

  private static long startOf(int day) {
    return (Request.FIRST_MINUTE + (long) day * DAY) * 60_000L;
  }

  private List<String> forget(long beforeMillis) throws IOException {
    return new StoreUpkeep(scene.bench().store()).forget(beforeMillis);
  }

  private void deleteLogs(int firstDay, int endDay) throws IOException {
    for (int day = firstDay; day < endDay; day++) {
      for (int segment = 0; segment < 3; segment++) {
        scene.delete("day-%d-%d.log".formatted(day, segment));
      }
    }
  }
}
