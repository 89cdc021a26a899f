package dev.burnline.report;

import dev.burnline.report.ServiceReport.Comparison;
import dev.burnline.report.ServiceReport.DurationFigures;
import dev.burnline.report.ServiceReport.GpuFigures;
import dev.burnline.report.ServiceReport.InputLengthBin;
import dev.burnline.report.ServiceReport.Kpi;
import dev.burnline.report.ServiceReport.Latency;
import dev.burnline.report.ServiceReport.LoadHour;
import dev.burnline.report.ServiceReport.Measures;
import dev.burnline.report.ServiceReport.MinuteFigures;
import dev.burnline.report.ServiceReport.RequestsPerSecond;
import dev.burnline.report.ServiceReport.SlowRequest;
import dev.burnline.report.ServiceReport.Throughput;
import dev.burnline.report.ServiceReport.TokenFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A service with a day of traffic: a daily wave, a little noise that is the same on every machine,
 * and, if asked for, a bad stretch.
 */
public final class ServiceBuilder {

  private final String name;
  private Verdict verdict = Verdict.MET;
  private Instant start = SampleReports.START;
  private int minutes = 1440;
  private double load = 30;
  private double latencyMillis = 2400;
  private int badFrom = -1;
  private int badTo = -1;
  private List<SloReport> slos = List.of();
  private List<Kpi> kpis = List.of();
  private SortedMap<String, Long> errorTypes = new TreeMap<>();
  private List<SlowRequest> slowest = List.of();
  private List<GpuFigures> gpus = List.of();
  private boolean compared = true;

  private ServiceBuilder(String name) {
    this.name = name;
  }

  public static ServiceBuilder aService(String name) {
    return new ServiceBuilder(name);
  }

  public ServiceBuilder verdict(Verdict is) {
    verdict = is;
    return this;
  }

  public ServiceBuilder load(double requestsPerMinute) {
    load = requestsPerMinute;
    return this;
  }

  public ServiceBuilder latency(double medianMillis) {
    latencyMillis = medianMillis;
    return this;
  }

  public ServiceBuilder badBetween(int fromMinute, int toMinute) {
    badFrom = fromMinute;
    badTo = toMinute;
    return this;
  }

  public ServiceBuilder during(Instant from, int wholeMinutes) {
    start = from;
    minutes = wholeMinutes;
    return this;
  }

  public ServiceBuilder slos(SloReport... those) {
    slos = List.of(those);
    return this;
  }

  public ServiceBuilder kpis(Kpi... those) {
    kpis = List.of(those);
    return this;
  }

  public ServiceBuilder errorTypes(Map<String, Long> those) {
    errorTypes = new TreeMap<>(those);
    return this;
  }

  public ServiceBuilder slowest(SlowRequest... those) {
    slowest = List.of(those);
    return this;
  }

  public ServiceBuilder gpus(GpuFigures... those) {
    gpus = List.of(those);
    return this;
  }

  public ServiceBuilder withoutComparison() {
    compared = false;
    return this;
  }

  /** A service that is only in an SLO window: no request in the report's own. */
  public ServiceReport silent() {
    var none = new TokenFigures(0, null, null, null, null, null);
    return new ServiceReport(
        name,
        Verdict.NO_DATA,
        0,
        0,
        null,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new RequestsPerSecond(0, 0),
        none,
        none,
        new Latency(null, null, null, null),
        new Throughput(null, null, null, null),
        kpis,
        slos,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Comparison(null, null));
  }

  public ServiceReport build() {
    List<MinuteFigures> perMinute = perMinute();
    List<SloReport> slosWithTimes = slos.stream().map(slo -> withTimes(slo, perMinute)).toList();
    long requests = perMinute.stream().mapToLong(MinuteFigures::requests).sum();
    long errors = perMinute.stream().mapToLong(MinuteFigures::errors).sum();
    long peak = perMinute.stream().mapToLong(MinuteFigures::requests).max().orElse(0);
    var status = new TreeMap<String, Long>(Map.of("success", requests - errors));
    if (errors > 0) {
      status.put("error", errors - errors / 5);
      status.put("cancelled", errors / 5);
    }
    var finish = new TreeMap<String, Long>();
    finish.put("stop", (requests - errors) * 9 / 10);
    finish.put("length", (requests - errors) - (requests - errors) * 9 / 10);
    Latency latency = latency(requests - errors, 1);
    var throughput = new Throughput(41.25, 18.4, 43.1, 61.9);
    return new ServiceReport(
        name,
        verdict,
        requests,
        errors,
        (double) errors / requests,
        status,
        errorTypes,
        finish,
        new RequestsPerSecond(requests / (minutes * 60.0), peak / 60.0),
        new TokenFigures(requests * 421, 421.375, 288.0, 1504.0, 3190.0, 7811.0),
        new TokenFigures(requests * 233, 233.5, 190.0, 702.0, 1011.0, 2048.0),
        latency,
        throughput,
        kpis,
        slosWithTimes,
        inputLengths(requests),
        perMinute,
        loadHeatmap(),
        gpus,
        slowest,
        compared
            ? new Comparison(
                measures(requests * 97 / 100, errors / 3, 0.93),
                measures(requests * 7, errors, 0.88))
            : new Comparison(null, measures(11, 0, 1)));
  }

  /** To a ratio SLO every request is an event, and every error a bad one. */
  private static SloReport withTimes(SloReport slo, List<MinuteFigures> perMinute) {
    if (slo.threshold() != null || slo.badTimes() != null) {
      return slo;
    }
    List<BadTimes.Span> events =
        perMinute.stream()
            .map(of -> BadTimes.minute(of.minute(), of.errors(), of.requests()))
            .toList();
    return SloBuilder.withTimes(slo, BadTimes.of(events, slo.objective(), BadTimes.MOST_SPANS));
  }

  private List<MinuteFigures> perMinute() {
    var list = new ArrayList<MinuteFigures>();
    for (int minute = 0; minute < minutes; minute++) {
      double wave = 1 - 0.75 * StrictMath.cos((minute - 180) * 2 * StrictMath.PI / 1440);
      long requests = Math.round(load * wave * (0.8 + 0.4 * noise(minute, 1)));
      if (requests == 0) {
        continue;
      }
      boolean bad = minute >= badFrom && minute < badTo;
      long errors = bad ? Math.round(requests * (0.1 + 0.2 * noise(minute, 2))) : 0;
      errors += noise(minute, 3) > 0.985 ? 1 : 0;
      double slow = latencyMillis * (bad ? 2.4 : 1) * (0.85 + 0.3 * noise(minute, 4));
      list.add(
          new MinuteFigures(
              start.plusSeconds(minute * 60L),
              requests,
              Math.min(errors, requests),
              tenth(slow * 1.2),
              tenth(slow),
              tenth(slow * (2.6 + noise(minute, 5))),
              tenth(slow * (3.8 + 1.5 * noise(minute, 6))),
              requests * 233));
    }
    return list;
  }

  private List<InputLengthBin> inputLengths(long requests) {
    double[] shares = {0.002, 0.004, 0.009, 0.03, 0.08, 0.17, 0.26, 0.22, 0.14, 0.06, 0.02, 0.005};
    var bins = new ArrayList<InputLengthBin>();
    for (int i = 0; i < shares.length; i++) {
      long from = 4L << i;
      long count = Math.round(requests * shares[i]);
      Double p95 = count == 0 ? null : tenth(latencyMillis * (1.1 + i * i * 0.05));
      if (count > 0) {
        bins.add(new InputLengthBin(from, from * 2, count, p95));
      }
    }
    return bins;
  }

  private List<LoadHour> loadHeatmap() {
    var hours = new ArrayList<LoadHour>();
    LocalDate last = LocalDate.ofInstant(start, java.time.ZoneOffset.UTC);
    for (int day = 6; day >= 0; day--) {
      LocalDate date = last.minusDays(day);
      double weekend = date.getDayOfWeek().getValue() > 5 ? 0.45 : 1;
      for (int hour = 0; hour < 24; hour++) {
        double wave = 1 - 0.75 * StrictMath.cos((hour - 3) * 2 * StrictMath.PI / 24);
        long requests = Math.round(load * 60 * wave * weekend * (0.9 + 0.2 * noise(hour, day)));
        boolean bad = day == 0 && badFrom >= 0 && hour == badFrom / 60;
        hours.add(new LoadHour(date, hour, requests, bad ? requests / 6 : requests / 400));
      }
    }
    return hours;
  }

  private Measures measures(long requests, long errors, double factor) {
    return new Measures(
        requests,
        errors,
        (double) errors / requests,
        latency(requests - errors, factor),
        new Throughput(44.5, 19.0, 45.25, 63.5),
        402.125,
        229.75);
  }

  private @Nullable Latency latency(long count, double factor) {
    double base = latencyMillis * factor;
    return new Latency(
        duration(count, base),
        duration(count, base * 0.18),
        duration(count, 23.4 * factor * factor),
        duration(count, base * 0.05));
  }

  private static DurationFigures duration(long count, double median) {
    return new DurationFigures(
        count,
        tenth(median * 1.31),
        tenth(median * 0.12),
        tenth(median),
        tenth(median * 2.1),
        tenth(median * 2.95),
        tenth(median * 4.6),
        tenth(median * 8.2),
        tenth(median * 13.7));
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /** 0 to 1, the same for the same arguments. */
  private double noise(int minute, int salt) {
    long mixed = (minute * 31L + salt * 7919L + name.hashCode()) * 0x9E3779B97F4A7C15L;
    mixed ^= mixed >>> 29;
    mixed *= 0xBF58476D1CE4E5B9L;
    return ((mixed ^ (mixed >>> 32)) >>> 11) / (double) (1L << 53);
  }
}
