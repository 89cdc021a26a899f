package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One service in one minute: its requests by outcome, the SLO counters, the GPU samples. */
public final class ServiceMinute implements Row {

  private final String service;
  private final int minute;
  private final long[] counters;
  private final OutcomeTable outcomes;
  private final SortedMap<Integer, GpuFigures> gpus;

  /** How the request before ended; null before the first. */
  private @Nullable Outcome lastOutcome;

  private @Nullable OutcomeFigures lastFigures;

  ServiceMinute(String service, int minute, int counters) {
    this(service, minute, new long[counters], Map.of(), Map.of());
  }

  /**
   * Creates a minute from its figures, which are taken over.
   *
   * @param minute since 1970 UTC
   * @param counters in the order of the rollup's counter keys
   * @param gpus by GPU index
   */
  public ServiceMinute(
      String service,
      int minute,
      long[] counters,
      Map<Outcome, OutcomeFigures> outcomes,
      Map<Integer, GpuFigures> gpus) {
    this.service = requireNonNull(service, "service is null");
    this.minute = minute;
    this.counters = counters.clone();
    this.outcomes = new OutcomeTable(outcomes);
    this.gpus = new TreeMap<>(gpus);
  }

  void addRequest(RequestLine line, boolean[] met) {
    OutcomeFigures figures = figuresOf(line);
    figures.add(line);
    for (int i = 0; i < counters.length; i++) {
      if (met[i]) {
        counters[i]++;
      }
    }
  }

  private OutcomeFigures figuresOf(RequestLine line) {
    String status = requireNonNull(line.text(LogField.STATUS), "status is null");
    String errorType = line.text(LogField.ERROR_TYPE);
    String finishReason = line.text(LogField.FINISH_REASON);
    // Values that recur are the same object, and most requests end like the one before.
    Outcome last = lastOutcome;
    OutcomeFigures figures = lastFigures;
    if (last == null
        || figures == null
        || !sameObject(last.status(), status)
        || !sameObject(last.errorType(), errorType)
        || !sameObject(last.finishReason(), finishReason)) {
      last = new Outcome(status, errorType, finishReason);
      figures = outcomes.of(last);
      lastOutcome = last;
      lastFigures = figures;
    }
    return figures;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean sameObject(@Nullable String a, @Nullable String b) {
    return a == b;
  }

  /** Keeps the request as an example of the outcome that {@link #addRequest} counted it under. */
  void addExample(Exemplar exemplar) {
    requireNonNull(lastFigures, "no request was added").examples().add(exemplar);
  }

  void addGpuSample(RequestLine sample) {
    int index = (int) sample.number(LogField.GPU_INDEX);
    gpus.computeIfAbsent(index, gpu -> new GpuFigures()).add(sample);
  }

  @Override
  public void add(Row other) {
    if (!(other instanceof ServiceMinute more)
        || more.minute != minute
        || !more.service.equals(service)
        || more.counters.length != counters.length) {
      throw unlike(other);
    }
    for (int i = 0; i < counters.length; i++) {
      counters[i] += more.counters[i];
    }
    outcomes.add(more.outcomes());
    more.gpus.forEach(
        (index, figures) -> gpus.computeIfAbsent(index, key -> new GpuFigures()).add(figures));
  }

  @Override
  public String service() {
    return service;
  }

  @Override
  public int minute() {
    return minute;
  }

  /** Returns a counter's value, by its place among the rollup's counter keys. */
  public long counter(int index) {
    return counters[index];
  }

  /** Returns the number of counters. */
  public int counters() {
    return counters.length;
  }

  /** Returns the requests by how they ended. */
  public SortedMap<Outcome, OutcomeFigures> outcomes() {
    return outcomes.figures();
  }

  /** Returns the GPU samples by GPU index. */
  public SortedMap<Integer, GpuFigures> gpus() {
    return gpus;
  }
}
