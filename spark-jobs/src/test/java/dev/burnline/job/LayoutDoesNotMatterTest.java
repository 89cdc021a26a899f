package dev.burnline.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdOutputStream;
import dev.burnline.crunch.LogCrunch;
import dev.burnline.oracle.RandomRawLogs;
import dev.burnline.oracle.ReportDifference;
import dev.burnline.rollup.OutcomeTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same lines give the same report, however they lie in files and whenever they are read. */
class LayoutDoesNotMatterTest {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final List<String> CALM = WrittenDay.calm(1);

  @TempDir private Path folder;

  @Test
  void thirty_rotated_files_report_as_one_file() throws Exception {
    List<List<String>> parts = parts(30);
    for (int i = 0; i < parts.size(); i++) {
      int age = parts.size() - 1 - i;
      write("logs/app.log" + (age == 0 ? "" : "." + age), WrittenDay.bytes(parts.get(i)));
    }

    assertThat(report("rotated")).isEqualTo(reportOfOneFile());
  }

  @Test
  void any_number_of_error_types_reports_the_same_few() throws Exception {
    List<String> lines = new ArrayList<>();
    for (String line : CALM) {
      String error = "\"status\":\"error\",\"error_type\":\"failed %d\"".formatted(lines.size());
      String minute = "2026-11-22T12:0" + lines.size() / 300;
      lines.add(
          line.replace("\"status\":\"success\"", error).replaceFirst("2026-11-22T..:..", minute));
    }
    write("logs/app.log", WrittenDay.bytes(lines));
    JsonNode whole = report("whole");
    for (int i = 0; i < 6; i++) {
      List<String> part = lines.subList(i * lines.size() / 6, (i + 1) * lines.size() / 6);
      write("logs/app.log" + (i == 5 ? "" : "." + (5 - i)), WrittenDay.bytes(part));
    }

    JsonNode types = whole.path("services").path(0).path("error_types");

    assertThat(report("in-parts")).isEqualTo(whole);
    assertThat(types.path("(other)").intValue()).isGreaterThan(300);
    // Those of the free texts that are kept, the contract's engine_error and the rest.
    assertThat(types).hasSize(OutcomeTable.MOST + 2);
  }

  @Test
  void zipped_files_report_as_one_plain_file() throws Exception {
    List<List<String>> parts = parts(8);
    for (int i = 0; i < parts.size(); i++) {
      write("logs/app.log." + (8 - i) + ".gz", zipped(WrittenDay.bytes(parts.get(i))));
    }

    assertThat(report("zipped")).isEqualTo(reportOfOneFile());
  }

  @Test
  void files_compressed_with_zstd_under_misleading_names_report_as_one_plain_file()
      throws Exception {
    List<List<String>> parts = parts(5);
    List<String> names = List.of("app.log.zst", "app.log.1", "b.log.gz", "0.jsonl", "notes.txt");
    for (int i = 0; i < parts.size(); i++) {
      write("logs/" + names.get(i), zstd(WrittenDay.bytes(parts.get(i))));
    }

    assertThat(report("zstd")).isEqualTo(reportOfOneFile());
  }

  @Test
  void files_of_shuffled_names_on_two_hosts_report_as_one_file() throws Exception {
    List<List<String>> parts = parts(6);
    List<String> names =
        List.of(
            "host-b/app-2026-11-22.0.log",
            "host-a/app.log.7",
            "host-b/app.log",
            "host-a/z.log",
            "host-a/app.log.2026-11-22",
            "host-b/deep/er/app.log.1");
    for (int i = 0; i < parts.size(); i++) {
      write("logs/" + names.get(i), WrittenDay.bytes(parts.get(i)));
    }

    assertThat(report("hosts")).isEqualTo(reportOfOneFile());
  }

  @Test
  void a_plain_file_and_compressed_copies_of_its_beginning_are_one_file() throws Exception {
    byte[] all = WrittenDay.bytes(CALM);
    write("logs/app.log", all);
    write("logs/backup/app.log.gz", zipped(Arrays.copyOf(all, all.length / 3)));
    write("logs/backup/app.log.zst", zstd(Arrays.copyOf(all, all.length / 2)));

    assertThat(report("copies")).isEqualTo(reportOfOneFile());
    assertThat(report("copies")).as("again").isEqualTo(reportOfOneFile());
  }

  @ParameterizedTest
  @CsvSource({"1, 3000", "2, 7000", "3, 17000"})
  void splits_report_as_one_file(long seed, long splitBytes) throws Exception {
    write("logs/app.log", WrittenDay.bytes(WrittenDay.troubled(seed)));

    JsonNode inSplits = report("splits", splitBytes);

    assertThat(inSplits).isEqualTo(report("whole", LogCrunch.SPLIT_BYTES));
    JsonNode expected =
        NightlyJobs.withoutRun(
            ReferenceOracle.expected(List.of(folder.resolve("logs")), WrittenDay.DATE, UTC));
    assertThat(ReportDifference.between(expected, inSplits)).isEmpty();
    assertThat(expected.at("/completeness/duplicate_requests").longValue()).isGreaterThan(20);
    assertThat(expected.at("/completeness/malformed").longValue()).isGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 4, 5})
  void nasty_logs_in_splits_agree_with_the_brute_force(long seed) throws Exception {
    RandomRawLogs random = new RandomRawLogs(seed);
    Path logs = random.writeTo(folder);

    JsonNode actual =
        NightlyJobs.reportInSplits(List.of(logs), random.date(), random.zone(), folder, 20_000);

    JsonNode expected = ReferenceOracle.expected(List.of(logs), random.date(), random.zone());
    assertThat(ReportDifference.between(expected, actual)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void a_file_read_while_it_grows_reports_as_one_read_at_the_end(long seed) throws Exception {
    byte[] all = WrittenDay.bytes(WrittenDay.troubled(seed));
    for (int percent : List.of(20, 50, 51, 100)) {
      write("logs/app.log", Arrays.copyOf(all, all.length * percent / 100));
      report("growing", percent == 51 ? 9000 : LogCrunch.SPLIT_BYTES);
    }

    assertThat(report("growing")).isEqualTo(report("whole"));
    assertThat(store("growing").keySet()).isEqualTo(store("whole").keySet());
  }

  @Test
  void a_file_that_is_rotated_and_zipped_between_two_runs_is_not_counted_twice() throws Exception {
    byte[] all = WrittenDay.bytes(CALM);
    byte[] first = WrittenDay.bytes(CALM.subList(0, 900));
    write("logs/app.log", Arrays.copyOf(all, all.length / 4));
    report("rotating");
    write("logs/app.log.1", first);
    write("logs/app.log", WrittenDay.bytes(CALM.subList(900, 1250)));
    report("rotating");
    Files.delete(folder.resolve("logs/app.log.1"));
    write("logs/app.log.2.gz", zipped(first));
    write("logs/app.log.1", WrittenDay.bytes(CALM.subList(900, CALM.size())));
    Files.delete(folder.resolve("logs/app.log"));

    assertThat(report("rotating")).isEqualTo(reportOfOneFile());
  }

  @Test
  void reading_again_changes_neither_report_nor_store() throws Exception {
    write("logs/app.log", WrittenDay.bytes(CALM.subList(0, 1000)));
    write("logs/app.log.2.gz", zipped(WrittenDay.bytes(CALM.subList(1000, CALM.size()))));

    JsonNode once = report("twice");
    Map<String, Integer> stored = store("twice");
    JsonNode twice = report("twice");

    assertThat(twice).isEqualTo(once);
    assertThat(store("twice")).isEqualTo(stored).hasSize(2);
  }

  private JsonNode reportOfOneFile() throws Exception {
    Path file = Files.createDirectories(folder.resolve("one")).resolve("app.log");
    Files.write(file, WrittenDay.bytes(CALM));
    Path work = folder.resolve("one-work");
    return NightlyJobs.withoutRun(NightlyJobs.report(List.of(file), WrittenDay.DATE, UTC, work));
  }

  private JsonNode report(String work) throws Exception {
    return report(work, LogCrunch.SPLIT_BYTES);
  }

  private JsonNode report(String work, long splitBytes) throws Exception {
    return NightlyJobs.withoutRun(
        NightlyJobs.reportInSplits(
            List.of(folder.resolve("logs")),
            WrittenDay.DATE,
            UTC,
            folder.resolve(work),
            splitBytes));
  }

  /** Returns the hash of every rollup in a store by its name. */
  private Map<String, Integer> store(String work) throws IOException {
    Path store = folder.resolve(work).resolve("store");
    Map<String, Integer> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(store)) {
      for (Path file : found.filter(path -> path.toString().endsWith(".avro")).toList()) {
        files.put(store.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  private static List<List<String>> parts(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> CALM.subList(CALM.size() * i / count, CALM.size() * (i + 1) / count))
        .toList();
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private interface Compressor {
    OutputStream over(OutputStream raw) throws IOException;
  }

  private static byte[] zipped(byte[] content) throws IOException {
    return compressed(content, GZIPOutputStream::new);
  }

  private static byte[] zstd(byte[] content) throws IOException {
    return compressed(content, ZstdOutputStream::new);
  }

  private static byte[] compressed(byte[] content, Compressor compressor) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = compressor.over(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
