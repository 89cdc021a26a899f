package dev.burnline.slo.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.EmptySlices;
import dev.burnline.slo.Exclusion;
import dev.burnline.slo.Exclusions;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slices that can be worked out by hand; minute 0 is the start of 1970. */
class BudgetSeriesTest {

  private static final TimeWindow WEEK =
      new TimeWindow.Rolling(DurationShorthand.parse("7d").orElseThrow());

  private static Slo slo(BudgetingMethod method, EmptySlices empty, Exclusion... exclusions) {
    return Slos.slo("0.9", WEEK, method, empty, new Exclusions(List.of(exclusions)));
  }

  private static BudgetingMethod timeslices(String target, String slice) {
    return new BudgetingMethod.Timeslices(
        new BigDecimal(target), DurationShorthand.parse(slice).orElseThrow());
  }

  private static BudgetingMethod ratioTimeslices(String slice) {
    return new BudgetingMethod.RatioTimeslices(DurationShorthand.parse(slice).orElseThrow());
  }

  private static Exclusion minutes(long from, long to) {
    return new Exclusion.Once(Instant.ofEpochSecond(from * 60), Instant.ofEpochSecond(to * 60));
  }

  private static EventSeries events(long... minuteGoodTotal) {
    EventSeries.Builder events = EventSeries.builder();
    for (int i = 0; i < minuteGoodTotal.length; i += 3) {
      events.add(minuteGoodTotal[i], minuteGoodTotal[i + 1], minuteGoodTotal[i + 2]);
    }
    return events.build();
  }

  @Test
  void aSliceIsGoodFromItsTargetOnAndStandsAtItsLastMinute() {
    EventSeries slices =
        BudgetSeries.of(
            slo(timeslices("0.9", "5m"), EmptySlices.EXCLUDED),
            events(0, 4, 4, 4, 5, 6, 5, 8, 9, 12, 0, 0),
            0,
            100);

    assertThat(slices.between(0, 4)).as("not finished").isEqualTo(new Events(0, 0));
    assertThat(slices.between(4, 5)).as("9 of 10").isEqualTo(new Events(1, 1));
    assertThat(slices.between(9, 10)).as("8 of 9").isEqualTo(new Events(0, 1));
    assertThat(slices.between(0, 100)).isEqualTo(new Events(1, 2));
  }

  @Test
  void aSliceMayBeGoodInPartToABillionth() {
    EventSeries slices =
        BudgetSeries.of(
            slo(ratioTimeslices("1m"), EmptySlices.EXCLUDED), events(0, 2, 3, 7, 5, 5), 0, 10);

    assertThat(slices.between(0, 1)).isEqualTo(new Events(666_666_666, 1_000_000_000));
    assertThat(slices.between(7, 8)).isEqualTo(new Events(1_000_000_000, 1_000_000_000));
    long many = Long.MAX_VALUE / 2;
    assertThat(
            BudgetSeries.of(
                    slo(ratioTimeslices("1m"), EmptySlices.EXCLUDED),
                    events(0, many / 3, many),
                    0,
                    10)
                .between(0, 1)
                .good())
        .isEqualTo(333_333_333);
  }

  @Test
  void emptySlicesCountFromTheFirstWithEventsToTheLastThatIsFinished() {
    EventSeries few = events(12, 1, 1, 31, 1, 1);

    EventSeries bad = BudgetSeries.of(slo(timeslices("1", "5m"), EmptySlices.BAD), few, 0, 48);
    EventSeries good = BudgetSeries.of(slo(timeslices("1", "5m"), EmptySlices.GOOD), few, 0, 48);

    // The slices that end at 14, 19, 24, 29, 34, 39 and 44.
    assertThat(bad.between(0, 48)).isEqualTo(new Events(2, 7));
    assertThat(good.between(0, 48)).isEqualTo(new Events(7, 7));
    assertThat(bad.between(15, 20)).isEqualTo(new Events(0, 1));
    assertThat(bad.between(0, 14).total()).isZero();
    assertThat(BudgetSeries.of(slo(timeslices("1", "5m"), EmptySlices.BAD), events(), 0, 48).size())
        .isZero();
  }

  @Test
  void emptySlicesAreThereForTheMinutesThatWillBeAskedForHoweverLongAgoEventsBegan() {
    EventSeries stray = events(Long.MIN_VALUE / 120_000, 1, 1, 1000, 1, 1);

    EventSeries slices =
        BudgetSeries.of(slo(timeslices("1", "10m"), EmptySlices.BAD), stray, 905, 1020);

    assertThat(slices.between(905, 1020)).isEqualTo(new Events(1, 12));
    assertThat(slices.size()).isEqualTo(13);
  }

  @Test
  void emptySlicesCountSinceThereCouldHaveBeenEventsAlsoWithoutAny() {
    Slo bad = slo(timeslices("1", "5m"), EmptySlices.BAD);

    assertThat(BudgetSeries.of(bad, events(31, 1, 1).since(12), 0, 48).between(0, 48))
        .isEqualTo(new Events(1, 7));
    assertThat(BudgetSeries.of(bad, events(31, 1, 1).since(-1_000_000), 7, 48).between(0, 48))
        .as("only what will be asked for")
        .isEqualTo(new Events(1, 8));
    assertThat(BudgetSeries.of(bad, events().since(12), 0, 48).between(0, 48))
        .isEqualTo(new Events(0, 7));
    assertThat(
            BudgetSeries.of(
                    slo(timeslices("1", "5m"), EmptySlices.BAD, minutes(10, 25)),
                    events(12, 1, 1, 31, 1, 1).since(12),
                    0,
                    48)
                .between(0, 48))
        .as("after maintenance")
        .isEqualTo(new Events(1, 4));
    assertThat(
            BudgetSeries.of(
                    slo(timeslices("1", "5m"), EmptySlices.EXCLUDED), events().since(12), 0, 48)
                .size())
        .isZero();
  }

  @Test
  void maintenanceIsOutBeforeSlicesAreMade() {
    Slo slo = slo(timeslices("1", "5m"), EmptySlices.BAD, minutes(8, 20));
    EventSeries events = events(3, 1, 1, 6, 1, 1, 8, 0, 1, 17, 0, 1, 21, 1, 1);

    // A slice that is maintenance as a whole is left out, not bad; that of 5 to 9 has its first
    // minutes.
    assertThat(BudgetSeries.of(slo, events, 0, 25).between(0, 25)).isEqualTo(new Events(3, 3));
    assertThat(BudgetSeries.raw(slo, events, 0, 25).between(0, 25)).isEqualTo(new Events(2, 5));
  }

  @Test
  void occurrencesWithoutMaintenanceAreTheEvents() {
    EventSeries events = events(3, 1, 1, 6, 1, 2);
    BudgetingMethod method = new BudgetingMethod.Occurrences();

    assertThat(BudgetSeries.of(slo(method, EmptySlices.BAD), events, 0, 10)).isSameAs(events);
    assertThat(
            BudgetSeries.of(slo(method, EmptySlices.BAD, minutes(6, 7)), events, 0, 10)
                .between(0, 10))
        .isEqualTo(new Events(1, 1));
  }
}
