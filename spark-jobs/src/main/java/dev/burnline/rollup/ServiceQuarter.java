package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One service in one quarter of an hour: what is not needed by the minute, and would be bulky
 * there. Civil days of every zone begin at a quarter, so days still add up exactly.
 */
public final class ServiceQuarter implements Row {

  /** Minutes in a row's span. */
  public static final int MINUTES = 15;

  private final String service;
  private final int minute;
  private final Exemplars slowest;
  private final SortedMap<Integer, LengthBin> inputLengths;
  private final List<BadEvents> badEvents;

  ServiceQuarter(String service, int minute, int measures) {
    this(
        service,
        minute,
        new Exemplars(Exemplars.Kind.SLOWEST),
        Map.of(),
        Stream.generate(BadEvents::new).limit(measures).toList());
  }

  /**
   * Creates a quarter from its figures, which are taken over.
   *
   * @param minute since 1970 UTC, a multiple of {@value #MINUTES}
   * @param slowest of the successful requests
   * @param inputLengths by {@link #binOf}
   * @param badEvents of each of the rollup's measures, in their order
   */
  public ServiceQuarter(
      String service,
      int minute,
      Exemplars slowest,
      Map<Integer, LengthBin> inputLengths,
      List<BadEvents> badEvents) {
    this.service = requireNonNull(service, "service is null");
    if (Math.floorMod(minute, MINUTES) != 0) {
      throw new IllegalArgumentException("a quarter cannot begin at minute " + minute);
    }
    this.minute = minute;
    this.slowest = slowest;
    this.inputLengths = new TreeMap<>(inputLengths);
    this.badEvents = List.copyOf(badEvents);
  }

  void addRequest(RequestLine line, boolean success) {
    double tokens = line.number(LogField.INPUT_TOKENS);
    if (!Double.isNaN(tokens)) {
      double duration = success ? line.number(LogField.DURATION_MS) : Double.NaN;
      inputLengths.computeIfAbsent(binOf(tokens), bin -> new LengthBin()).add(duration);
    }
  }

  /**
   * Returns the bin of an input length: 0 for less than one token, else b for 2^(b-1) up to below
   * 2^b; the last, 21, is open.
   */
  public static int binOf(double tokens) {
    return tokens < 1 ? 0 : Math.min(21, Math.getExponent(tokens) + 1);
  }

  @Override
  public void add(Row other) {
    if (!(other instanceof ServiceQuarter more)
        || more.minute != minute
        || !more.service.equals(service)
        || more.badEvents.size() != badEvents.size()) {
      throw unlike(other);
    }
    for (int i = 0; i < badEvents.size(); i++) {
      badEvents.get(i).add(more.badEvents.get(i));
    }
    slowest.add(more.slowest);
    more.inputLengths.forEach(
        (bin, figures) -> inputLengths.computeIfAbsent(bin, key -> new LengthBin()).add(figures));
  }

  @Override
  public String service() {
    return service;
  }

  @Override
  public int minute() {
    return minute;
  }

  /** Returns the slowest successful requests. */
  public Exemplars slowest() {
    return slowest;
  }

  /** Returns the requests by bin of input length; empty bins are absent. */
  public SortedMap<Integer, LengthBin> inputLengths() {
    return inputLengths;
  }

  /** Returns the bad events of a measure, by its place among the rollup's measure keys. */
  public BadEvents badEvents(int measure) {
    return badEvents.get(measure);
  }

  /** Returns the number of measures. */
  public int measures() {
    return badEvents.size();
  }

  /** The requests of one bin of input lengths. */
  public static final class LengthBin implements Serializable {

    private static final long serialVersionUID = 1L;

    private long requests;
    private final Distribution durationMs;

    /** Creates a bin without requests. */
    public LengthBin() {
      this(0, new Distribution());
    }

    /** Creates a bin from its figures, which are taken over. */
    public LengthBin(long requests, Distribution durationMs) {
      this.requests = requests;
      this.durationMs = durationMs;
    }

    private void add(double duration) {
      requests++;
      durationMs.add(duration);
    }

    /** Adds the other bin. */
    public void add(LengthBin other) {
      requests += other.requests;
      durationMs.add(other.durationMs);
    }

    /** Returns all requests of the bin. */
    public long requests() {
      return requests;
    }

    /** Returns the durations of the successful ones. */
    public Distribution durationMs() {
      return durationMs;
    }
  }
}
