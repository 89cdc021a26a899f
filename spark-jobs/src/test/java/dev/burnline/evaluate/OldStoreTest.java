package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.evaluate.SpendLedger.Spent;
import dev.burnline.report.Ledger;
import dev.burnline.report.SloReport;
import dev.burnline.rollup.BadEvents;
import dev.burnline.scan.LogField;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.budget.Events;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store of format 1, which knew no causes and no groups, says of an SLO of today. */
class OldStoreTest {

  private static final String OF_FORMAT_1 =
      "51771286a80da7119655ab78c0bc75bc-000000000000000-000000000002818-daf6b1cf.rollup.avro";

  private static final Slo AVAILABILITY =
      SomeSlos.of("true", "status = 'success'", LogField.ERROR_TYPE);
  private static final Slo ANSWERED = SomeSlos.of("true", "http_status < 300");

  @TempDir private Path folder;

  private void copy(String resource, String target) throws IOException {
    Path place = folder.resolve(target);
    Files.createDirectories(place.getParent());
    try (InputStream in =
        OldStoreTest.class.getResourceAsStream("/dev/burnline/trust/" + resource)) {
      Files.copy(Objects.requireNonNull(in, resource), place);
    }
  }

  private ServiceTally tally(boolean hasLog) throws IOException {
    copy(OF_FORMAT_1, "store/" + OF_FORMAT_1);
    CrunchedLogs crunched = new CrunchedLogs(folder.resolve("logs"), folder.resolve("store"));
    if (hasLog) {
      copy("version-1.log", "logs/app.log");
      crunched.crunch(List.of(AVAILABILITY, ANSWERED), 1L << 30);
    }
    return Objects.requireNonNull(
        crunched.tallies(List.of(AVAILABILITY, ANSWERED)).get("deepseek-r1"));
  }

  private static Events events(ServiceTally tally, Slo slo) {
    return tally.events(slo).between(0, Integer.MAX_VALUE);
  }

  @Test
  void withoutItsLogWhatOutcomesTellIsExactAndTheSpendHasNoCause() throws IOException {
    ServiceTally tally = tally(false);

    assertThat(events(tally, AVAILABILITY)).isEqualTo(new Events(1, 2));
    assertThat(tally.estimate(AVAILABILITY, CrunchedLogs.ALWAYS)).isNull();
    assertThat(tally.groups().valuesOf(LogField.ERROR_TYPE)).isEmpty();
    assertThat(tally.groups().uncounted(AVAILABILITY, LogField.ERROR_TYPE, CrunchedLogs.ALWAYS))
        .isEqualTo(2);
    EventSeries events = tally.events(AVAILABILITY);
    Spent spent = new Spent(events, events, tally.spend(AVAILABILITY));
    Ledger ledger = new SpendLedger(spent, CrunchedLogs.ALWAYS, 1).of(List.of());
    assertThat(ledger.bad()).isEqualTo(1);
    assertThat(ledger.errorTypes())
        .containsExactly(new Ledger.Entry(Ledger.REST, 1, 1, 1, List.of()));
  }

  @Test
  void withoutItsLogWhatItCannotTellIsNamed() throws IOException {
    ServiceTally tally = tally(false);

    SloReport.Estimate estimate = tally.estimate(ANSWERED, CrunchedLogs.ALWAYS);
    assertThat(estimate).isNotNull();
    assertThat(estimate.reason())
        .isEqualTo(
            "This SLO came after its logs had been read, and they were not read again: what it counts cannot"
                + " be told from histograms, so up to 2 valid events are left out beside 0 that are"
                + " counted.");
    assertThat(estimate.goodAtLeast()).isZero();
    assertThat(estimate.goodAtMost()).isEqualTo(2);
  }

  @Test
  void withItsLogItIsCountedAgainAndNothingTwice() throws IOException {
    ServiceTally tally = tally(true);

    assertThat(events(tally, AVAILABILITY)).isEqualTo(new Events(1, 2));
    assertThat(events(tally, ANSWERED)).isEqualTo(new Events(1, 2));
    assertThat(tally.estimate(ANSWERED, CrunchedLogs.ALWAYS)).isNull();
    assertThat(tally.groups().valuesOf(LogField.ERROR_TYPE)).containsExactly("cuda_oom");
    assertThat(tally.groups().uncounted(AVAILABILITY, LogField.ERROR_TYPE, CrunchedLogs.ALWAYS))
        .isZero();
    assertThat(tally.spend(AVAILABILITY).values().stream().mapToLong(BadEvents::total).sum())
        .isEqualTo(1);
  }
}
