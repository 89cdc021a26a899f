package dev.burnline.evaluate;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.Ledger;
import dev.burnline.rollup.BadEvents;
import dev.burnline.rollup.Cause;
import dev.burnline.rollup.Exemplar;
import dev.burnline.rollup.PromptSize;
import dev.burnline.rollup.ServiceQuarter;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works out what an SLO's budget was spent on. It tells bad events apart, also where the budgeting
 * method counts slices of time: each slice is spent by the bad events in it.
 */
public final class SpendLedger {

  private static final Comparator<Incident> BY_START =
      Comparator.comparingInt((Incident incident) -> incident.span().start())
          .thenComparing(Incident::label);

  private final EventSeries events;
  private final SortedMap<Integer, BadEvents> spend;
  private final MinuteSpan window;
  private final LedgerList.Scale scale;

  private SpendLedger(
      EventSeries events,
      SortedMap<Integer, BadEvents> spend,
      MinuteSpan window,
      double consumedRatio) {
    this.events = events;
    this.spend = spend;
    this.window = window;
    this.scale =
        new LedgerList.Scale(events.between(window.start(), window.end()).bad(), consumedRatio);
  }

  /**
   * A time in which something went wrong.
   *
   * @param label for readers
   */
  public record Incident(String label, MinuteSpan span) {

    public Incident {
      requireNonNull(label, "label is null");
      requireNonNull(span, "span is null");
    }
  }

  /**
   * Returns the ledger of an SLO of a service.
   *
   * @param incidents a minute that is in several belongs to the one that began first
   * @param window the SLO's own
   * @param consumedRatio the share of the budget that is consumed, as the SLO's report has it; 0
   *     without events
   */
  public static Ledger of(
      Slo slo,
      ServiceTally tally,
      List<Incident> incidents,
      MinuteSpan window,
      double consumedRatio) {
    return of(tally.events(slo), tally.spend(slo), incidents, window, consumedRatio);
  }

  /**
   * Returns the ledger of events from which some may have been left out.
   *
   * @param events by minute, without those of excluded maintenance and before the budgeting method
   * @param spend bad events by the first minute of their quarter of an hour; of a quarter that
   *     holds others than {@code events} nothing but the count can be told
   * @param incidents a minute that is in several belongs to the one that began first
   * @param window the SLO's own
   * @param consumedRatio the share of the budget that is consumed, as the SLO's report has it; 0
   *     without events
   */
  public static Ledger of(
      EventSeries events,
      SortedMap<Integer, BadEvents> spend,
      List<Incident> incidents,
      MinuteSpan window,
      double consumedRatio) {
    return new SpendLedger(events, spend, window, consumedRatio).ledger(incidents);
  }

  private Ledger ledger(List<Incident> incidents) {
    return new Ledger(
        scale.bad(),
        byIncident(incidents),
        byCause(Cause::errorType).mostFirst(),
        byCause(Cause::model).mostFirst(),
        byCause(SpendLedger::sizeLabel)
            .inOrderOf(Stream.of(PromptSize.values()).map(PromptSize::label).toList()));
  }

  private static @Nullable String sizeLabel(Cause cause) {
    return cause.promptSize() == PromptSize.UNKNOWN ? null : cause.promptSize().label();
  }

  private LedgerList byCause(Function<Cause, @Nullable String> property) {
    LedgerList list = new LedgerList(scale);
    quarters()
        .forEach(
            (start, bad) -> {
              if (bad.total() == badBetween(start, start + ServiceQuarter.MINUTES)) {
                bad.causes()
                    .forEach(
                        (cause, figures) -> {
                          String label = property.apply(cause);
                          if (label == null) {
                            list.sampleOfRest(figures.examples().list());
                          } else {
                            list.add(label, figures.count(), figures.examples().list());
                          }
                        });
              }
            });
    return list;
  }

  private List<Ledger.Entry> byIncident(List<Incident> incidents) {
    List<Incident> byStart = incidents.stream().sorted(BY_START).toList();
    List<MinuteSpan> own = new ArrayList<>();
    LedgerList list = new LedgerList(scale);
    List<String> labels = new ArrayList<>();
    int covered = window.start();
    for (Incident incident : byStart) {
      int end = Math.min(incident.span().end(), window.end());
      int start = Math.min(end, Math.max(incident.span().start(), covered));
      MinuteSpan span = new MinuteSpan(Math.min(start, end), end);
      own.add(span);
      covered = Math.max(covered, end);
      long bad = badBetween(span.start(), span.end());
      if (bad > 0) {
        labels.add(incident.label());
        list.add(incident.label(), bad, examples(span, exemplar -> true));
      }
    }
    list.sampleOfRest(
        examples(window, exemplar -> own.stream().noneMatch(span -> contains(span, exemplar))));
    return list.inOrderOf(labels);
  }

  private List<Exemplar> examples(MinuteSpan span, Predicate<Exemplar> wanted) {
    return quarters()
        .subMap(quarterOf(span.start()), Math.max(quarterOf(span.start()), span.end()))
        .values()
        .stream()
        .map(BadEvents::causes)
        .map(Map::values)
        .flatMap(figures -> figures.stream().flatMap(each -> each.examples().list().stream()))
        .filter(exemplar -> contains(span, exemplar) && wanted.test(exemplar))
        .toList();
  }

  private SortedMap<Integer, BadEvents> quarters() {
    return spend.subMap(
        quarterOf(window.start()), Math.max(quarterOf(window.start()), window.end()));
  }

  private static boolean contains(MinuteSpan span, Exemplar exemplar) {
    return span.contains((int) Math.floorDiv(exemplar.epochMillis(), 60_000L));
  }

  private static int quarterOf(int minute) {
    return minute - Math.floorMod(minute, ServiceQuarter.MINUTES);
  }

  private long badBetween(int start, int end) {
    int from = Math.max(start, window.start());
    return events.between(from, Math.min(end, window.end())).bad();
  }
}
