package dev.burnline.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.burnline.oracle.RandomRawLogs;
import dev.burnline.oracle.ReportDifference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs as nasty as the contract allows, against a second implementation that counts plainly. */
class NastyLogsAgainstBruteForceTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void every_figure_agrees(long seed, @TempDir Path folder) throws Exception {
    RandomRawLogs random = new RandomRawLogs(seed);
    Path logs = random.writeTo(folder);

    JsonNode actual = NightlyJobs.report(List.of(logs), random.date(), random.zone(), folder);

    JsonNode expected = ReferenceOracle.expected(List.of(logs), random.date(), random.zone());
    assertThat(ReportDifference.between(expected, actual)).isEmpty();
  }
}
