package dev.burnline.slo.openslo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.ClockDuration;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.EmptySlices;
import dev.burnline.slo.Exclusion;
import dev.burnline.slo.Exclusions;
import dev.burnline.slo.Slo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Slices of time and excluded maintenance as a file may write them. */
class MaintenanceAndSlicesTest {

  private static final String SLICED =
      WrongFile.RATIO.replace(
          "Occurrences\n  objectives: [{",
          "Timeslices\n  objectives: [{timeSliceTarget: 0.95, timeSliceWindow: 5, ");

  private static Slo annotated(String file, String annotation) throws SloFileException {
    return SloFiles.parse(withAnnotation(file, annotation)).slos().get(0);
  }

  private static String withAnnotation(String file, String annotation) {
    return file.replace("  name: up", "  name: up\n  annotations:\n    burnline.dev/" + annotation);
  }

  @Test
  void aSliceWithoutAUnitIsInMinutesAndCountsOnlyWithEvents() throws SloFileException {
    Slo slo = SloFiles.parse(SLICED).slos().get(0);

    assertThat(slo.budgetingMethod())
        .isEqualTo(
            new BudgetingMethod.Timeslices(
                new BigDecimal("0.95"), DurationShorthand.parse("5m").orElseThrow()));
    assertThat(slo.budgetingMethod().sliceMinutes()).isEqualTo(5);
    assertThat(slo.budgetingMethod().unit()).isEqualTo(1);
    assertThat(slo.emptySlices()).isEqualTo(EmptySlices.EXCLUDED);
    assertThat(slo.exclusions()).isEqualTo(Exclusions.NONE);
  }

  @Test
  void anEmptySliceIsWhatTheAnnotationSays() throws SloFileException {
    assertThat(annotated(SLICED, "empty-slices: bad").emptySlices()).isEqualTo(EmptySlices.BAD);
    assertThat(annotated(SLICED, "empty-slices: good").emptySlices()).isEqualTo(EmptySlices.GOOD);
    assertThat(SloFiles.notices(withAnnotation(WrongFile.RATIO, "empty-slices: good")))
        .containsExactly(
            "slo.yaml:6:32: document 1 (SLO up), metadata.annotations.burnline.dev/empty-slices:"
                + " means nothing for Occurrences and is not used");
  }

  @Test
  void whatAMethodHasNoUseForIsNoted() throws SloFileException {
    assertThat(SloFiles.notices(SLICED.replace("Timeslices", "RatioTimeslices")))
        .containsExactly(
            "slo.yaml:15:34: document 1 (SLO up), spec.objectives[0].timeSliceTarget: means nothing"
                + " for RatioTimeslices and is not used");
  }

  @Test
  void oneOffMaintenanceHasAnEndOrADurationAndAnyKindOfZone() throws SloFileException {
    Slo slo =
        annotated(
            WrongFile.RATIO,
            """
            exclude:
                  - 2026-11-20T01:00Z/2026-11-20T03:00Z
                  - 2026-11-20T01:00:30+05:30/PT2H
                  - 2026-03-29T02:30[Europe/Berlin]/2026-03-29T04:00[Europe/Berlin]
                  - 2026-10-25T02:30+01:00[Europe/Berlin]/P1D
            """
                .stripTrailing());

    assertThat(slo.exclusions().all())
        .containsExactly(
            once("2026-11-20T01:00:00Z", "2026-11-20T03:00:00Z", "Z"),
            once("2026-11-19T19:30:30Z", "2026-11-19T21:30:30Z", "+05:30"),
            once("2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z", "Europe/Berlin"),
            once("2026-10-25T01:30:00Z", "2026-10-26T01:30:00Z", "Europe/Berlin"));
  }

  private static Exclusion once(String start, String end, String zone) {
    return new Exclusion.Once(Instant.parse(start), Instant.parse(end), ZoneId.of(zone));
  }

  @Test
  void recurringMaintenanceMayStandInAListOrInLinesOfAText() throws SloFileException {
    String rule =
        "RRULE:FREQ=WEEKLY;BYDAY=SU DTSTART=2026-01-04T02:00 DURATION=PT1H ZONE=Europe/Berlin";
    Slo list = annotated(WrongFile.RATIO, "exclude: ['%s']".formatted(rule));
    Slo lines =
        annotated(
            WrongFile.RATIO, "exclude: |\n      %s\n      2026-11-20T01:00Z/PT2H".formatted(rule));

    assertThat(list.exclusions().all())
        .singleElement()
        .isInstanceOfSatisfying(
            Exclusion.Recurring.class,
            recurring -> {
              assertThat(recurring.recurrence())
                  .hasToString("RRULE:FREQ=WEEKLY;BYDAY=SU DTSTART=2026-01-04T02:00");
              assertThat(recurring.duration())
                  .isEqualTo(ClockDuration.exactly(Duration.ofHours(1)));
              assertThat(recurring.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
            });
    assertThat(lines.exclusions().all()).hasSize(2);
  }
}
