package dev.burnline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.rollup.Continuity;
import dev.burnline.rollup.Rollup;
import dev.burnline.rollup.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollupStoreTest {

  @TempDir private Path folder;

  private Path home;
  private RollupStore store;

  @BeforeEach
  void makeStore() {
    home = folder.resolve("store");
    store = new RollupStore(new Configuration(), home.toString());
  }

  @Test
  void a_store_that_does_not_exist_yet_holds_nothing() throws IOException {
    assertThat(content().live()).isEmpty();
    assertThat(content().damaged()).isEmpty();
    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void what_was_written_is_read_again(long seed) throws IOException {
    Rollup rollup = Stretches.random(seed, folder).whole();

    RollupFile stored = store.save(rollup);

    assertThat(content().live()).containsExactly(stored);
    try (RollupReader reader = store.open(stored)) {
      assertThat(reader.extents()).containsExactly(rollup.extent());
      assertThat(ContinuityCodec.encode(reader.continuities().get(0)))
          .hasToString(ContinuityCodec.encode(rollup.continuity()).toString());
      assertThat(rows(reader)).isNotEmpty().isEqualTo(texts(rollup.rows()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void joined_stretches_are_what_one_reading_gives(long seed) throws IOException {
    Stretches log = Stretches.random(seed, folder);
    Rollup whole = log.whole();
    List<RollupFile> parts = new ArrayList<>();
    for (Rollup stretch : log.cut(7)) {
      parts.add(store.savePart(stretch, "run-1"));
    }

    RollupFile joined = store.join(parts);

    assertThat(parts).hasSizeGreaterThan(3);
    try (RollupReader reader = store.open(joined)) {
      assertThat(reader.extents()).containsExactly(whole.extent());
      assertThat(essence(reader.continuities().get(0))).isEqualTo(essence(whole.continuity()));
      assertThat(rows(reader)).isEqualTo(texts(whole.rows()));
    }
  }

  @Test
  void parts_are_not_content_and_are_tidied_away() throws IOException {
    List<RollupFile> parts = new ArrayList<>();
    for (Rollup stretch : Stretches.random(1, folder).cut(3)) {
      parts.add(store.savePart(stretch, "run-1"));
    }
    assertThat(content().live()).isEmpty();

    RollupFile joined = store.join(parts);
    store.tidy(content());

    assertThat(files()).containsExactly(Path.of(joined.uri()));
  }

  @Test
  void the_rollup_that_covers_most_of_a_segment_counts_and_tidying_leaves_only_that()
      throws IOException {
    Stretches log = Stretches.random(1, folder);
    RollupFile less = store.save(log.upTo(log.length() / 2));
    RollupFile most = store.save(log.whole());

    assertThat(content().live()).containsExactly(most);
    assertThat(content().leftovers()).containsExactly(less);
    assertThat(content().chainOf(log.segmentId())).containsExactly(most);
    assertThat(content().coveredEnd(log.segmentId())).isEqualTo(log.length());
    store.tidy(content());
    assertThat(files()).containsExactly(Path.of(most.uri()));
  }

  @Test
  void stretches_that_follow_each_other_count_together() throws IOException {
    Stretches log = Stretches.random(2, folder);
    List<RollupFile> stretches = new ArrayList<>();
    for (Rollup stretch : log.cut(4)) {
      stretches.add(store.save(stretch));
    }

    assertThat(content().chainOf(log.segmentId())).isEqualTo(stretches);
    assertThat(content().coveredEnd(log.segmentId())).isEqualTo(log.length());
    assertThat(content().leftovers()).isEmpty();
  }

  @Test
  void saving_again_replaces_the_file() throws IOException {
    Rollup rollup = Stretches.random(1, folder).whole();

    assertThat(store.save(rollup)).isEqualTo(store.save(rollup));

    assertThat(files()).hasSize(1);
  }

  @Test
  void a_file_that_is_no_rollup_is_named() throws IOException {
    Files.createDirectories(home);
    Files.writeString(home.resolve("x.rollup.avro"), "hello");
    Files.writeString(home.resolve("notes.txt"), "hello");

    assertThat(content().live()).isEmpty();
    assertThat(content().damaged())
        .singleElement()
        .satisfies(
            damaged -> {
              assertThat(damaged.name()).isEqualTo("x.rollup.avro");
              assertThat(damaged.message()).isNotBlank();
            });
  }

  @Test
  void a_version_that_the_header_s_checksum_does_not_know_is_damage_and_no_later_version()
      throws IOException {
    RollupFile stored = store.save(Stretches.random(1, folder).whole());
    Path file = Path.of(stored.uri());
    byte[] bytes = Files.readAllBytes(file);
    // In the metadata: the key, then the value's length as zigzag number (1 byte), then the value.
    int key = indexOf(bytes, "burnline.version");
    bytes[key + "burnline.version".length() + 1] = '9';
    Files.write(file, bytes);

    assertThat(content().damaged())
        .singleElement()
        .satisfies(
            damaged -> {
              assertThat(damaged.name()).isEqualTo(file.getFileName().toString());
              assertThat(damaged.message()).isEqualTo("its header does not fit its checksum");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30, 60, 90, 99})
  void a_rollup_that_is_cut_short_is_never_taken_for_a_whole_one(int percent) throws IOException {
    RollupFile stored = store.save(Stretches.random(1, folder).whole());
    Path file = Path.of(stored.uri());
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length * percent / 100));

    refusesToRead(stored);
  }

  @ParameterizedTest
  @ValueSource(ints = {35, 50, 70, 90})
  void a_rollup_with_a_wrong_byte_is_never_taken_for_a_good_one(int percent) throws IOException {
    RollupFile stored = store.save(Stretches.random(1, folder).whole());
    Path file = Path.of(stored.uri());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length * percent / 100] ^= 0x10;
    Files.write(file, bytes);

    refusesToRead(stored);
  }

  private void refusesToRead(RollupFile stored) {
    assertThatThrownBy(
            () -> {
              try (RollupReader reader = store.open(stored)) {
                rows(reader);
              }
            })
        .isInstanceOf(DamagedRollupException.class)
        .hasMessageStartingWith("rollup %s cannot be read: ", Path.of(stored.uri()).getFileName());
  }

  private StoreContent content() throws IOException {
    return store.content(Stretches.COUNTING.keys());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static List<String> rows(RollupReader reader) throws IOException {
    List<Row> rows = new ArrayList<>();
    Row row;
    while ((row = reader.next()) != null) {
      rows.add(row);
    }
    return texts(rows);
  }

  private static List<String> texts(List<Row> rows) {
    return rows.stream().map(row -> RowCodec.encode(row).toString()).toList();
  }

  /** All but the finished halves, which neighbours no longer need to be told of. */
  private static List<Object> essence(Continuity continuity) {
    return Arrays.asList(
        continuity.sequences().ranges(),
        continuity.pairs().open(),
        RowCodec.encode(continuity.leading()).toString(),
        continuity.samples(),
        continuity.firstMinute(),
        continuity.lastMinute());
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
