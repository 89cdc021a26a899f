package dev.burnline.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDateTime START = LocalDateTime.of(2026, 1, 4, 2, 0);

  private static List<LocalDateTime> times(String rule, String from, String to) {
    return Recurrence.of(rule, START, BERLIN)
        .between(LocalDateTime.parse(from), LocalDateTime.parse(to));
  }

  @Test
  void timesComeFromTheFirstOnAndBeforeTheEnd() {
    assertThat(times("FREQ=WEEKLY;BYDAY=SU", "2020-01-01T00:00", "2026-01-18T02:00"))
        .containsExactly(START, START.plusDays(7));
    assertThat(times("FREQ=WEEKLY;BYDAY=SU", "2026-01-11T02:00", "2026-01-18T02:01"))
        .containsExactly(START.plusDays(7), START.plusDays(14));
    assertThat(times("FREQ=WEEKLY;BYDAY=SU", "2020-01-01T00:00", "2021-01-01T00:00")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=DAILY;COUNT=50",
        "FREQ=WEEKLY;BYDAY=SU,WE;INTERVAL=2;COUNT=9",
        "FREQ=MONTHLY;BYDAY=1SU",
        "FREQ=MONTHLY;BYDAY=SU;BYSETPOS=1;COUNT=4",
        "FREQ=YEARLY;BYMONTH=1,7;BYDAY=1SU",
        "FREQ=HOURLY;INTERVAL=7;COUNT=400",
        "FREQ=WEEKLY;BYDAY=SU;UNTIL=20260301T020000"
      })
  void skippingToALaterTimeLosesAndAddsNothing(String rule) {
    LocalDateTime end = LocalDateTime.of(2028, 1, 1, 0, 0);
    List<LocalDateTime> all = Recurrence.of(rule, START, BERLIN).between(START, end);

    assertThat(all).hasSizeGreaterThan(2);
    for (LocalDateTime from = START; from.isBefore(end); from = from.plusHours(397)) {
      LocalDateTime later = from;
      assertThat(Recurrence.of(rule, START, BERLIN).between(from, end))
          .isEqualTo(all.stream().filter(time -> !time.isBefore(later)).toList());
    }
  }

  @Test
  void anEndInUtcIsReadOnTheClock() {
    String until = "FREQ=WEEKLY;BYDAY=SU;UNTIL=20260111T";

    assertThat(times(until + "010000Z", "2026-01-01T00:00", "2027-01-01T00:00"))
        .as("01:00 in UTC is 02:00 in Berlin")
        .hasSize(2);
    assertThat(times(until + "005959Z", "2026-01-01T00:00", "2027-01-01T00:00")).hasSize(1);
    assertThat(times(until + "020000", "2026-01-01T00:00", "2027-01-01T00:00")).hasSize(2);
  }

  @Test
  void decadesOfHoursAreSkippedInNoTime() {
    Recurrence hourly =
        Recurrence.of("FREQ=HOURLY", LocalDateTime.of(1970, 1, 1, 0, 0), ZoneId.of("UTC"));

    for (int i = 0; i < 200; i++) {
      assertThat(
              hourly.between(
                  LocalDateTime.of(2026, 11, 1, 0, 0), LocalDateTime.of(2026, 11, 2, 0, 0)))
          .hasSize(24);
    }
  }

  @Test
  void aRuleThatTellsNoFirstTimeIsRefused() {
    assertThatThrownBy(() -> Recurrence.of("FREQ=WEEKLY;BYDAY=MO", START, BERLIN))
        .hasMessage(
            "DTSTART 2026-01-04T02:00 is no time of the rule, its first one is 2026-01-05T02:00");
    assertThatThrownBy(() -> Recurrence.of("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", START, BERLIN))
        .hasMessage("the rule never comes true");
  }

  @Test
  void anEndThatIsNoTimeOrBeforeTheFirstOneIsRefusedWithJustThat() {
    assertThatThrownBy(() -> Recurrence.of("FREQ=DAILY;UNTIL=20261231", START, BERLIN))
        .hasMessage("UNTIL must be a date-time, like DTSTART, for example 20261231T235959");
    assertThatThrownBy(() -> Recurrence.of("FREQ=YEARLY;UNTIL=20200101T000000", START, BERLIN))
        .hasMessage("UNTIL 2020-01-01T00:00 is before DTSTART 2026-01-04T02:00");
    assertThatThrownBy(() -> Recurrence.of("FREQ=DAILY;UNTIL=20260104T005959Z", START, BERLIN))
        .hasMessage("UNTIL 2026-01-04T01:59:59 is before DTSTART 2026-01-04T02:00");
    assertThat(
            Recurrence.of("FREQ=DAILY;UNTIL=20260104T010000Z", START, BERLIN)
                .between(START, START.plusYears(1)))
        .containsExactly(START);
  }

  @Test
  void aTimeThatComesOnceInDecadesIsFound() {
    LocalDateTime leapSunday = LocalDateTime.of(2032, 2, 29, 2, 0);

    assertThat(
            Recurrence.of("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU", leapSunday, BERLIN)
                .between(leapSunday.plusDays(1), LocalDateTime.of(2130, 1, 1, 0, 0)))
        .containsExactly(
            LocalDateTime.of(2060, 2, 29, 2, 0),
            LocalDateTime.of(2088, 2, 29, 2, 0),
            LocalDateTime.of(2128, 2, 29, 2, 0));
  }
}
