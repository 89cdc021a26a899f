package dev.burnline.trust;

import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.report.Completeness;
import dev.burnline.rollup.Row;
import dev.burnline.rollup.ServiceMinute;
import dev.burnline.store.NewerRollupException;
import dev.burnline.store.RollupReader;
import dev.burnline.store.StoreContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier version wrote is read for ever; what a later one wrote is refused by name. */
class FormatVersionTest {

  /** Written when format 1 was new, from {@code version-1.log} beside it; never written again. */
  private static final String VERSION_1 =
      "51771286a80da7119655ab78c0bc75bc-000000000000000-000000000002818-daf6b1cf.rollup.avro";

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void begin() throws IOException {
    scene = Scene.in(folder);
  }

  private static void copy(String resource, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (InputStream in = FormatVersionTest.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      Files.copy(in, target);
    }
  }

  private Path store(String name) {
    return scene.bench().storeFolder().resolve(name);
  }

  @Test
  void a_rollup_of_format_1_is_read() throws IOException {
    copy(VERSION_1, store(VERSION_1));
    StoreContent content = scene.bench().store().content(scene.bench().asked());

    assertThat(content.damaged()).isEmpty();
    assertThat(content.live()).hasSize(1);
    Completeness completeness = scene.completeness();
    assertThat(completeness.requests()).isEqualTo(5);
    assertThat(completeness.lostLines()).isEqualTo(2);
    assertThat(completeness.malformedByReason())
        .isEqualTo(Map.of("broken_json", 1L, "no_timestamp", 1L));
    assertThat(completeness.unfinishedRequests()).isEqualTo(1);
    assertThat(completeness.repeatedLines()).isEqualTo(1);
    assertThat(scene.bench().counted().quick().values()).containsExactly(1L, 0L, 1L, 1L);
    try (RollupReader rows = scene.bench().store().open(content.live().get(0))) {
      assertThat(gpus(rows)).isEqualTo(1);
    }
  }

  private static long gpus(RollupReader rows) throws IOException {
    long samples = 0;
    Row row;
    while ((row = rows.next()) != null) {
      if (row instanceof ServiceMinute minute) {
        samples += minute.gpus().values().stream().mapToLong(gpu -> gpu.samples()).sum();
      }
    }
    return samples;
  }

  @Test
  void the_log_that_it_was_written_from_counts_the_same_today() throws IOException {
    copy(VERSION_1, store(VERSION_1));
    Scene now = Scene.in(folder.resolve("now"));
    copy("version-1.log", now.bench().log("version-1.log"));
    now.crunchAll();

    assertThat(now.rollups().get(0).getFileName()).hasToString(VERSION_1);
    assertThat(now.bench().counted().requests()).isEqualTo(scene.bench().counted().requests());
    assertThat(now.bench().counted().quick()).isEqualTo(scene.bench().counted().quick());
    assertThat(now.completeness().lostLines()).isEqualTo(scene.completeness().lostLines());
    assertThat(now.completeness().malformed()).isEqualTo(scene.completeness().malformed());
  }

  @Test
  void a_log_that_has_grown_since_is_read_on_from_there() throws IOException {
    copy(VERSION_1, store(VERSION_1));
    copy("version-1.log", scene.bench().log("app.log.1"));
    scene.write("app.log.1", minutes(1000, 1001));
    assertThat(scene.crunch().bytesRead()).isLessThan(1000);

    assertThat(scene.completeness().requests()).isEqualTo(7);
    assertThat(scene.rollups()).hasSize(1);
  }

  @Test
  void a_rollup_of_a_later_format_is_refused_by_name_and_left_alone() throws IOException {
    copy(VERSION_1, folder.resolve("then"));
    Files.createDirectories(scene.bench().storeFolder());
    asOfVersion("3", folder.resolve("then"), store(VERSION_1));
    byte[] before = Files.readAllBytes(store(VERSION_1));
    scene.write("app.log", minutes(1, 3));

    assertThatThrownBy(scene::crunch)
        .isInstanceOf(NewerRollupException.class)
        .hasMessage(
            "rollup %s has format version 3, this Burnline reads up to 2: use the version that wrote it"
                .formatted(VERSION_1));
    assertThat(scene.rollups()).containsExactly(store(VERSION_1));
    assertThat(Files.readAllBytes(store(VERSION_1))).isEqualTo(before);
  }

  @Test
  void a_later_format_is_refused_by_name_also_when_its_compression_is_not_known_here()
      throws IOException {
    copy(VERSION_1, folder.resolve("then"));
    Files.createDirectories(scene.bench().storeFolder());
    asOfVersion("3", folder.resolve("then"), store(VERSION_1));
    String bytes = Files.readString(store(VERSION_1), StandardCharsets.ISO_8859_1);
    Files.writeString(
        store(VERSION_1), bytes.replace("zstandard", "brotli-11"), StandardCharsets.ISO_8859_1);

    assertThatThrownBy(scene::crunch)
        .isInstanceOf(NewerRollupException.class)
        .hasMessageStartingWith("rollup %s has format version 3".formatted(VERSION_1));
    assertThat(scene.rollups()).containsExactly(store(VERSION_1));
  }

  /** Writes a rollup again as another version would. */
  private static void asOfVersion(String version, Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        DataFileStream<GenericRecord> records =
            new DataFileStream<>(in, new GenericDatumReader<>());
        OutputStream out = Files.newOutputStream(to);
        DataFileWriter<GenericRecord> writer =
            new DataFileWriter<>(new GenericDatumWriter<>(records.getSchema()))) {
      String extents = records.getMetaString("burnline.extents");
      CRC32C checksum = new CRC32C();
      for (String part : List.of(version, records.getSchema().toString(), extents)) {
        checksum.update((part + "\n").getBytes(StandardCharsets.UTF_8));
      }
      writer.setCodec(CodecFactory.zstandardCodec(1, true));
      writer.setMeta("burnline.version", version);
      writer.setMeta("burnline.extents", extents);
      writer.setMeta("burnline.header.crc32c", checksum.getValue());
      writer.create(records.getSchema(), out);
      for (GenericRecord record : records) {
        writer.append(record);
      }
    }
  }
}
