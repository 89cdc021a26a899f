package dev.burnline.slo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.AlertReport;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.Slo;
import dev.burnline.slo.alert.AlertEpisode.Cause;
import dev.burnline.slo.alert.BurnRateCondition.Operator;
import dev.burnline.slo.alert.BurnRateCondition.Trigger;
import dev.burnline.slo.budget.EventSeries;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cases that can be worked out by hand. Minutes are counted from the start of the incident. */
class AlertReplayTest {

  private static final Instant INCIDENT = Instant.parse("2026-11-20T00:00:00Z");
  private static final long ZERO = INCIDENT.getEpochSecond() / 60;
  private static final int MONTH = 30 * 1440;
  private static final Slo THREE_NINES = AlertSlos.slo("0.999", 30, LowTrafficGuard.DEFAULT);

  private static final List<BurnRatePair> PAIRS =
      List.of(
          pair(BurnRatePair.Severity.PAGE, 60, 5, "0.02"),
          pair(BurnRatePair.Severity.PAGE, 360, 30, "0.05"),
          pair(BurnRatePair.Severity.TICKET, 1440, 120, "0.1"),
          pair(BurnRatePair.Severity.TICKET, 4320, 360, "0.1"));

  private static BurnRatePair pair(
      BurnRatePair.Severity severity, int longMinutes, int shortMinutes, String share) {
    return new BurnRatePair(
        severity,
        Duration.ofMinutes(longMinutes),
        Duration.ofMinutes(shortMinutes),
        new BigDecimal(share));
  }

  /** A thousand requests a minute since long ago, some of them bad in a span of minutes. */
  private static EventSeries thousandAMinute(
      int fromMinute, int toMinute, int bad, int lastMinute) {
    EventSeries.Builder series = EventSeries.builder();
    for (int minute = -MONTH; minute < lastMinute; minute++) {
      boolean isBad = minute >= fromMinute && minute < toMinute;
      series.add(ZERO + minute, isBad ? 1000 - bad : 1000, 1000);
    }
    return series.build();
  }

  private static List<AlertEpisode> replay(Slo slo, AlertRules rules, EventSeries series, int to) {
    return new AlertReplay(slo, rules, BudgetWindow.rolling(MONTH))
        .episodes(series, series, ZERO - MONTH, ZERO + to);
  }

  private static List<AlertEpisode> replay(EventSeries series, int to) {
    return replay(THREE_NINES, AlertRules.of(PAIRS), series, to);
  }

  /** Tells an episode as severity, first minute, first minute after it, and first lookback. */
  private static String told(AlertEpisode episode) {
    HeldAlert first = episode.first();
    Long end = episode.endMinute();
    return "%s %d to %s by %s"
        .formatted(
            episode.severity(),
            episode.startMinute() - ZERO,
            end == null ? "now" : String.valueOf(end - ZERO),
            first == null ? "no data" : DurationShorthand.of(first.longLookback()).toString());
  }

  /**
   * The classic: 99.9 % over 30 d, and 2 % of the requests fail from minute 0 on, a burn rate of
   * 20.
   *
   * <p>Page. At minute m the last hour has m bad minutes: it burns at 20 * m / 60, above 14.4 from
   * 43.2 minutes on, so at 44; five minutes are full of them by then. Six hours burn at 20 * m /
   * 360, above 6 from 108 minutes on, so they do not come first.
   *
   * <p>Ticket. A day burns at 20 * m / 1440, above 3 from 216 minutes on, so at 217. Three days
   * burn at 20 * m / 4320, above 1 from 216 minutes on too: both pairs hold at 217, and the first
   * of them is named.
   */
  @Test
  void twoPercentFailingPageAfter44MinutesAndMakeATicketAfter217() {
    assertThat(replay(thousandAMinute(0, 1000, 20, 1000), 1000))
        .extracting(AlertReplayTest::told)
        .containsExactly("PAGE 44 to now by 1h", "TICKET 217 to now by 1d");
    assertThat(replay(thousandAMinute(0, 1000, 20, 1000), 216))
        .extracting(AlertReplayTest::told)
        .containsExactly("PAGE 44 to now by 1h");
    assertThat(replay(thousandAMinute(0, 1000, 20, 1000), 43)).isEmpty();
  }

  /**
   * The same, mended after ten hours, at minute 600.
   *
   * <p>Page. r minutes later the last five minutes burn at 20 * (5 - r) / 5, above 14.4 while r is
   * below 1.4; the last half hour burns at 20 * (30 - r) / 30, above 6 while r is below 21, and six
   * hours burn at 20 * (360 - r) / 360, above 6 for long. So it resolves at 600 + 21.
   *
   * <p>Ticket. Two hours burn at 20 * (120 - r) / 120, above 3 while r is below 102; six hours at
   * 20 * (360 - r) / 360, above 1 while r is below 342. Three days keep all 600 bad minutes: 20 *
   * 600 / 4320 is above 1. So it resolves at 600 + 342.
   */
  @Test
  void theyResolve21And342MinutesAfterTheEnd() {
    List<AlertEpisode> episodes = replay(thousandAMinute(0, 600, 20, 5000), 5000);

    assertThat(episodes)
        .extracting(AlertReplayTest::told)
        .containsExactly("PAGE 44 to 621 by 1h", "TICKET 217 to 942 by 1d");
    // 44 of 60 minutes at a burn rate of 20, and five of five.
    assertThat(episodes.get(0).first())
        .isEqualTo(new HeldAlert(Duration.ofHours(1), Duration.ofMinutes(5), 880.0 / 60.0, 20.0));
    // 600 minutes with 20 bad requests each, of the 43 200 that a month of them allows.
    assertThat(episodes).extracting(AlertEpisode::budgetSpent).containsOnly(12_000 / 43_200.0);
  }

  @Test
  void aPageFiresAboveItsFactorAndNotAtIt() {
    // 14.4 bad of a thousand burn at exactly 14.4: five minutes with 72 bad of 5000.
    EventSeries.Builder calm = EventSeries.builder().add(ZERO - 10_000, 9_000_000, 9_000_000);
    EventSeries.Builder edge = EventSeries.builder().add(ZERO - 10_000, 9_000_000, 9_000_000);
    calm.add(ZERO - 5, 9856, 10_000);
    edge.add(ZERO - 5, 9855, 10_000);

    assertThat(replay(calm.build(), 0)).noneMatch(each -> told(each).endsWith("1h"));
    assertThat(replay(edge.build(), 0))
        .filteredOn(each -> each.severity() == BurnRatePair.Severity.PAGE)
        .extracting(AlertEpisode::first)
        .containsExactly(new HeldAlert(Duration.ofHours(1), Duration.ofMinutes(5), 14.5, 14.5));
  }

  @Test
  void oneFailureAmongFewTripsAPageUnlessAGuardIsSet() {
    EventSeries of69 = EventSeries.builder().add(ZERO, 68, 69).build();
    EventSeries of70 = EventSeries.builder().add(ZERO, 69, 70).build();
    Slo guarded = AlertSlos.slo("0.999", 30, new LowTrafficGuard(1, 2));
    Slo busy = AlertSlos.slo("0.999", 30, new LowTrafficGuard(70, 1));

    assertThat(replay(of69, 1))
        .extracting(AlertReplayTest::told)
        .containsExactly("PAGE 1 to now by 1h", "TICKET 1 to now by 1d");
    // 1 of 70 burns at 14.29: the first pair lets it pass.
    assertThat(replay(of70, 1))
        .extracting(AlertReplayTest::told)
        .containsExactly("PAGE 1 to now by 6h", "TICKET 1 to now by 1d");
    assertThat(replay(guarded, AlertRules.of(PAIRS), of69, 1)).isEmpty();
    assertThat(replay(busy, AlertRules.of(PAIRS), of69, 1)).isEmpty();
  }

  @Test
  void anAlertWithoutDataStaysAsItWasAndTheDataCountAsStale() {
    // All fails for ten minutes; then nothing comes for ten hours; then all is well.
    EventSeries.Builder series = EventSeries.builder();
    for (int minute = 0; minute < 1200; minute++) {
      if (minute < 10 || minute >= 610) {
        series.add(ZERO + minute, minute < 10 ? 0 : 100, 100);
      }
    }

    assertThat(replay(series.build(), 1200))
        .extracting(AlertReplayTest::told)
        .containsExactly(
            // The hour and half hour before minute 610 are empty; at 611 the one good minute shows.
            "PAGE 1 to 611 by 1h",
            // A day remembers the ten bad minutes, and so do three, but two hours and six do not.
            "TICKET 1 to 611 by 1d",
            // The last event came in minute 9: [370 - 360, 370) is the first lookback without it.
            "TICKET 370 to 611 by no data");
    assertThat(replay(series.build(), 1200))
        .extracting(AlertEpisode::cause)
        .containsExactly(Cause.BUDGET_BURN, Cause.BUDGET_BURN, Cause.STALE_DATA);
  }

  @Test
  void nothingFiresBeforeTheFirstEventAndNothingLaterIsSeen() {
    EventSeries series = EventSeries.builder().add(ZERO, 0, 10).build();

    assertThat(replay(series, 0)).isEmpty();
    assertThat(replay(EventSeries.builder().build(), 10_000)).isEmpty();
    assertThat(replay(series, 1)).hasSize(2);
  }

  @Test
  void aConditionHoldsAsLongAsItsPolicySaysBeforeItFires() {
    AlertRules rules =
        new AlertRules(
            List.of(),
            List.of(
                new BurnRateCondition(
                    BurnRatePair.Severity.PAGE,
                    Operator.ABOVE,
                    new BigDecimal("2"),
                    Duration.ofHours(1),
                    Duration.ofMinutes(5),
                    Set.of(Trigger.BREACHING))),
            AlertRules.Mode.BURN_RATE,
            Duration.ofHours(6));

    List<AlertEpisode> episodes = replay(THREE_NINES, rules, thousandAMinute(0, 30, 20, 300), 300);

    // An hour burns at 20 * m / 60, above 2 from 7 minutes on; five minutes more makes 12. After
    // minute 30 the 30 bad minutes leave from 60 on: 20 * (90 - m) / 60 is above 2 while m < 84.
    assertThat(episodes).extracting(AlertReplayTest::told).containsExactly("PAGE 12 to 84 by 1h");
    assertThat(episodes.get(0).first())
        .isEqualTo(new HeldAlert(Duration.ofHours(1), null, 4.0, null));
  }

  @Test
  void aConditionMayFireForMissingDataToo() {
    AlertRules rules =
        new AlertRules(
            List.of(),
            List.of(
                new BurnRateCondition(
                    BurnRatePair.Severity.TICKET,
                    Operator.AT_LEAST,
                    new BigDecimal("10"),
                    Duration.ofMinutes(20),
                    Duration.ZERO,
                    EnumSet.allOf(Trigger.class))),
            AlertRules.Mode.BURN_RATE,
            Duration.ofHours(6));
    EventSeries series =
        EventSeries.builder().add(ZERO, 100, 100).add(ZERO + 100, 100, 100).build();

    assertThat(replay(THREE_NINES, rules, series, 110))
        .extracting(AlertReplayTest::told)
        .containsExactly("TICKET 21 to 101 by 20m");
  }

  @Test
  void theFactorFollowsTheLengthOfTheWindow() {
    // From minute 100 on the window is twice as long, and so is the factor: 20 is below 28.8.
    BudgetWindow growing =
        new BudgetWindow() {
          @Override
          public long startAt(long minute) {
            return minute - lengthAt(minute);
          }

          @Override
          public long lengthAt(long minute) {
            return minute < ZERO + 100 ? MONTH : 2L * MONTH;
          }

          @Override
          public long sameLengthUntil(long minute) {
            return minute < ZERO + 100 ? ZERO + 99 : Long.MAX_VALUE - 1;
          }
        };
    AlertRules rules = AlertRules.of(PAIRS.subList(0, 1));
    EventSeries series = thousandAMinute(0, 300, 20, 300);

    assertThat(
            new AlertReplay(THREE_NINES, rules, growing)
                .episodes(series, series, ZERO - MONTH, ZERO + 300))
        .extracting(AlertReplayTest::told)
        .containsExactly("PAGE 44 to 100 by 1h");
  }

  @Test
  void anEpisodeIsReportedWithItsLookbacks() {
    List<AlertEpisode> episodes = replay(thousandAMinute(0, 600, 20, 700), 700);

    assertThat(episodes.get(0).report("chat", "up"))
        .isEqualTo(
            new AlertReport(
                "SLOBudgetBurn",
                "chat",
                "up",
                AlertReport.Severity.PAGE,
                AlertReport.State.RESOLVED,
                Instant.parse("2026-11-20T00:44:00Z"),
                Instant.parse("2026-11-20T10:21:00Z"),
                "1h",
                "5m",
                880.0 / 60.0,
                20.0,
                12_000 / 43_200.0));
    assertThat(episodes.get(1).report("chat", "up").state()).isEqualTo(AlertReport.State.FIRING);
    assertThat(episodes.get(0).overlaps(ZERO + 621, ZERO + 700)).isFalse();
    assertThat(episodes.get(0).overlaps(ZERO + 620, ZERO + 700)).isTrue();
    assertThat(episodes.get(0).overlaps(ZERO - 100, ZERO + 44)).isTrue();
    assertThat(episodes.get(0).overlaps(ZERO - 100, ZERO + 43)).isFalse();
  }

  @Test
  void absurdThresholdsAreComparedAsExactlyAsOthers() {
    assertThat(Ratio.of(new BigDecimal("1E+300"), BigDecimal.ONE).compare(5, 7)).isNegative();
    assertThat(Ratio.of(new BigDecimal("1E-300"), BigDecimal.ONE).compare(1, 7)).isPositive();
    assertThat(Ratio.of(new BigDecimal("-0.5"), BigDecimal.ONE).compare(0, 7)).isPositive();
    assertThat(Ratio.of(new BigDecimal("0.5"), BigDecimal.ONE).compare(1L << 61, 1L << 62))
        .isZero();
    assertThat(Ratio.of(new BigDecimal("0.5"), BigDecimal.ONE).compare((1L << 61) - 1, 1L << 62))
        .isNegative();
  }
}
