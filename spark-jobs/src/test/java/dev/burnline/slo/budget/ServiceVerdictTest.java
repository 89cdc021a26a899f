package dev.burnline.slo.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.SloReport;
import dev.burnline.report.SloReport.Status;
import dev.burnline.report.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceVerdictTest {

  private static final SloReport.SloWindow WINDOW =
      new SloReport.SloWindow(Instant.EPOCH, Instant.EPOCH.plusSeconds(86_400), "rolling", "1d");

  private static SloReport slo(double objective, long good, long total, Status status) {
    return new SloReport(
        "up",
        "up",
        null,
        objective,
        null,
        "Occurrences",
        WINDOW,
        good,
        total,
        total - good,
        null,
        null,
        null,
        new SloReport.Period(good, total, total - good, null),
        null,
        Map.of(),
        null,
        List.of(),
        status,
        null,
        null);
  }

  @Test
  void withoutRequestsThereIsNothingToJudge() {
    assertThat(ServiceVerdict.of(0, List.of(slo(0.999, 1, 1000, Status.EXHAUSTED))))
        .isEqualTo(Verdict.NO_DATA);
  }

  @Test
  void aShareEqualToItsObjectiveIsMetAndOneEventLessIsMissed() {
    assertThat(ServiceVerdict.of(1000, List.of(slo(0.999, 999, 1000, Status.HEALTHY))))
        .isEqualTo(Verdict.MET);
    assertThat(ServiceVerdict.of(1000, List.of(slo(0.999, 998, 1000, Status.HEALTHY))))
        .isEqualTo(Verdict.MISSED);
    // No double lies between this share and its objective.
    long many = 1_000_000_000_000_000_000L;
    assertThat(ServiceVerdict.of(1, List.of(slo(0.9, many / 10 * 9 - 1, many, Status.HEALTHY))))
        .isEqualTo(Verdict.MISSED);
  }

  @Test
  void partsOfSlicesAreComparedToTheBillionth() {
    long slices = 43_200_000_000_000L;
    long needed = slices / 1000 * 999;

    assertThat(ServiceVerdict.of(1, List.of(slo(0.999, needed, slices, Status.HEALTHY))))
        .isEqualTo(Verdict.MET);
    assertThat(ServiceVerdict.of(1, List.of(slo(0.999, needed - 1, slices, Status.HEALTHY))))
        .isEqualTo(Verdict.MISSED);
  }

  @Test
  void aBudgetInDangerIsARisk() {
    assertThat(ServiceVerdict.of(10, List.of(slo(0.9, 9, 10, Status.BURNING))))
        .isEqualTo(Verdict.AT_RISK);
    assertThat(ServiceVerdict.of(10, List.of(slo(0.9, 9, 10, Status.EXHAUSTED))))
        .isEqualTo(Verdict.AT_RISK);
  }

  @Test
  void theWorstSloDecides() {
    assertThat(
            ServiceVerdict.of(
                10,
                List.of(
                    slo(0.9, 10, 10, Status.HEALTHY),
                    slo(0.9, 8, 10, Status.HEALTHY),
                    slo(0.9, 9, 10, Status.BURNING))))
        .isEqualTo(Verdict.MISSED);
  }

  @Test
  void anSloWithoutEventsOrNoSloAtAllSpoilsNothing() {
    assertThat(ServiceVerdict.of(10, List.of(slo(0.9, 0, 0, Status.NO_DATA))))
        .isEqualTo(Verdict.MET);
    assertThat(ServiceVerdict.of(10, List.of())).isEqualTo(Verdict.MET);
  }
}
