package dev.burnline.evaluate;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.Ledger;
import dev.burnline.report.SloReport;
import dev.burnline.rollup.BadEvents;
import dev.burnline.rollup.Cause;
import dev.burnline.rollup.Exemplar;
import dev.burnline.rollup.PromptSize;
import dev.burnline.rollup.ServiceQuarter;
import dev.burnline.slo.budget.EventSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works out what an SLO's budget was spent on. It tells bad events apart, also where the budgeting
 * method counts slices of time: each slice is spent by the bad events in it.
 */
public final class SpendLedger {

  private final Spent spent;
  private final MinuteSpan window;
  private final double budget;
  private final long bad;
  private final long badUnits;

  /**
   * What was spent, and when.
   *
   * @param events by minute, without those of excluded maintenance
   * @param units the same in the unit of the budgeting method
   * @param causes bad events by the first minute of their quarter of an hour; of a quarter that
   *     holds others than {@code events} nothing but the count can be told
   */
  public record Spent(EventSeries events, EventSeries units, SortedMap<Integer, BadEvents> causes) {

    public Spent {
      requireNonNull(events, "events is null");
      requireNonNull(units, "units is null");
      requireNonNull(causes, "causes is null");
    }
  }

  /**
   * A time in which something went wrong.
   *
   * @param label for readers
   * @param since first minute of which the label tells; a minute before it may be the incident's
   *     too
   * @param span whose bad events are the incident's
   */
  public record Incident(String label, int since, MinuteSpan span) {

    public Incident {
      requireNonNull(label, "label is null");
      requireNonNull(span, "span is null");
    }
  }

  /**
   * Creates the ledger of an SLO.
   *
   * @param window the part of the SLO's own that has passed
   * @param budget of the whole window, in units; 0 without events
   */
  public SpendLedger(Spent spent, MinuteSpan window, double budget) {
    this.spent = spent;
    this.window = window;
    this.budget = budget;
    this.bad = badOf(spent.events, window);
    this.badUnits = badOf(spent.units, window);
  }

  /** Returns the units that stand for all of a budget: of a calendar window, to its end. */
  static double wholeOf(SloReport.Budget budget) {
    Double projected = budget.projectedTotal();
    return projected == null ? budget.total() : projected;
  }

  /**
   * Returns the ledger.
   *
   * @param incidents a minute that is in several belongs to the first of them
   */
  public Ledger of(List<Incident> incidents) {
    return new Ledger(
        bad,
        byIncident(new IncidentSpans(incidents, window)),
        byCause(Cause::errorType).mostFirst(),
        byCause(Cause::model).mostFirst(),
        byCause(SpendLedger::sizeLabel)
            .inOrderOf(Stream.of(PromptSize.values()).map(PromptSize::label).toList()));
  }

  private static @Nullable String sizeLabel(Cause cause) {
    return cause.promptSize() == PromptSize.UNKNOWN ? null : cause.promptSize().label();
  }

  private LedgerList byCause(Function<Cause, @Nullable String> property) {
    LedgerList list = new LedgerList(scale(bad));
    quarters()
        .forEach(
            (start, events) -> {
              if (events.total()
                  == badOf(spent.events, new MinuteSpan(start, start + ServiceQuarter.MINUTES))) {
                events
                    .causes()
                    .forEach(
                        (cause, figures) -> {
                          String label = property.apply(cause);
                          List<Exemplar> examples = figures.examples().list();
                          if (label == null) {
                            list.sampleOfRest(examples);
                          } else {
                            list.add(label, figures.count(), figures.count(), examples);
                          }
                        });
              }
            });
    return list;
  }

  private List<Ledger.Entry> byIncident(IncidentSpans incidents) {
    // Slices may all be good although events are bad, and then the events tell the shares.
    boolean inUnits = badUnits > 0;
    LedgerList list = new LedgerList(scale(inUnits ? badUnits : bad));
    List<String> labels = new ArrayList<>();
    for (Incident incident : incidents.byStart()) {
      List<MinuteSpan> own = incidents.of(incident);
      long events = own.stream().mapToLong(span -> badOf(spent.events, span)).sum();
      long units = own.stream().mapToLong(span -> badOf(spent.units, span)).sum();
      if (events > 0 || units > 0) {
        labels.add(incident.label());
        list.add(
            incident.label(),
            events,
            inUnits ? units : events,
            examples(minute -> IncidentSpans.contains(own, minute)));
      }
    }
    list.sampleOfRest(examples(minute -> !incidents.contains(minute)));
    return list.inOrderOf(labels);
  }

  private LedgerList.Scale scale(long weight) {
    boolean spends = badUnits > 0 && budget > 0;
    double whole = spends ? budget * ((double) weight / badUnits) : Double.POSITIVE_INFINITY;
    return new LedgerList.Scale(bad, weight, whole);
  }

  private List<Exemplar> examples(IntPredicate wanted) {
    return quarters().values().stream()
        .flatMap(events -> events.causes().values().stream())
        .flatMap(figures -> figures.examples().list().stream())
        .filter(
            exemplar -> {
              int minute = (int) Math.floorDiv(exemplar.epochMillis(), 60_000L);
              return window.contains(minute) && wanted.test(minute);
            })
        .toList();
  }

  private SortedMap<Integer, BadEvents> quarters() {
    int first = window.start() - Math.floorMod(window.start(), ServiceQuarter.MINUTES);
    return spent.causes.subMap(first, Math.max(first, window.end()));
  }

  private long badOf(EventSeries series, MinuteSpan span) {
    int from = Math.max(span.start(), window.start());
    return series.between(from, Math.min(span.end(), window.end())).bad();
  }
}
