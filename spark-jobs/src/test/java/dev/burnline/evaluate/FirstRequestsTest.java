package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.oracle.RandomRawLogs;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.store.RollupFile;
import dev.burnline.store.RollupReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What files say of first requests, however the log lies in files, against all rows. */
class FirstRequestsTest {

  private static final List<Slo> SLOS = List.of(SomeSlos.of("true", "status = 'success'"));

  @TempDir private Path folder;

  private static Map<String, Integer> told(CrunchedLogs crunched) throws IOException {
    FirstRequests first = new FirstRequests();
    for (RollupFile file : crunched.live(SLOS)) {
      assertThat(first.add(file.extents())).as(file.name()).isTrue();
    }
    return new TreeMap<>(first.minutes());
  }

  private static Map<String, Integer> read(CrunchedLogs crunched) throws IOException {
    FirstRequests first = new FirstRequests();
    for (RollupFile file : crunched.live(SLOS)) {
      try (RollupReader reader = crunched.open(file)) {
        first.add(reader);
      }
    }
    return new TreeMap<>(first.minutes());
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void isTheSameHoweverTheLogLiesInFiles(long seed) throws IOException {
    Path logs = new RandomRawLogs(seed).writeTo(folder);
    CrunchedLogs whole = new CrunchedLogs(logs, folder.resolve("whole"));
    whole.crunch(SLOS, 1L << 30);
    CrunchedLogs split = new CrunchedLogs(logs, folder.resolve("split"));
    split.crunch(SLOS, 3_000);
    Map<String, Integer> expected = read(whole);

    assertThat(expected).isNotEmpty();
    assertThat(told(whole)).isEqualTo(expected);
    assertThat(told(split)).isEqualTo(expected);
    split.compact();
    assertThat(told(split)).isEqualTo(expected);
    assertThat(read(split)).isEqualTo(expected);
  }

  @Test
  void aServiceThatOnlySamplesItsGpuHasNoRequest() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Files.writeString(
        logs.resolve("app.log"),
        """
        {"timestamp":"2026-11-22T10:00:00Z","service":"chat","event":"gpu.sample","gpu_index":0}
        {"timestamp":"2026-11-22T10:05:00Z","service":"code","request_id":"a"}
        {"timestamp":"2026-11-22T10:04:59Z","service":"code","request_id":"b"}
        """);
    CrunchedLogs crunched = new CrunchedLogs(logs, folder.resolve("store"));
    crunched.crunch(SLOS, 1L << 30);

    long minute = Instant.parse("2026-11-22T10:04:00Z").getEpochSecond() / 60;
    assertThat(told(crunched)).isEqualTo(Map.of("code", (int) minute));
  }

  @Test
  void aFileOfAnEarlierVersionDoesNotTellAndIsRead() throws IOException {
    String name =
        "51771286a80da7119655ab78c0bc75bc-000000000000000-000000000002818-daf6b1cf.rollup.avro";
    Path store = Files.createDirectories(folder.resolve("store"));
    try (InputStream in =
        FirstRequestsTest.class.getResourceAsStream("/dev/burnline/trust/" + name)) {
      Files.copy(Objects.requireNonNull(in), store.resolve(name));
    }
    CrunchedLogs old = new CrunchedLogs(folder, store);

    assertThat(new FirstRequests().add(old.live(SLOS).get(0).extents())).isFalse();
    assertThat(read(old)).isNotEmpty();
  }

  @Test
  void eventsAreToldSinceWhenThereCouldHaveBeenSome() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Files.writeString(
        logs.resolve("app.log"), "{\"timestamp\":\"1970-01-01T00:07:00Z\",\"service\":\"chat\"}\n");
    CrunchedLogs crunched = new CrunchedLogs(logs, folder.resolve("store"));
    crunched.crunch(SLOS, 1L << 30);
    FirstRequests first = new FirstRequests();
    first.add(crunched.live(SLOS).get(0).extents());
    EventSeries later = EventSeries.builder().add(30, 1, 1).build();

    assertThat(first.told("chat", later).since()).isEqualTo(7);
    assertThat(first.told("code", later).since()).isEqualTo(30);
    assertThat(EventSeries.builder().build().since()).isEqualTo(Long.MAX_VALUE);
  }
}
