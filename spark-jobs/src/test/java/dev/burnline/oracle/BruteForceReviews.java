package dev.burnline.oracle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of weekly reports and budget reviews, recomputed request by request from the raw lines.
 */
public final class BruteForceReviews {

  private final List<OracleRequest> requests;
  private final ZoneId zone;

  /** Reads the logs. */
  public BruteForceReviews(List<Path> logs, List<OracleSlo> slos, ZoneId zone) throws IOException {
    this.requests = RawLog.read(logs, slos).requests();
    this.zone = requireNonNull(zone, "zone is null");
  }

  /** Returns the seven days of a week. */
  public ArrayNode days(String service, OracleSlo slo, LocalDate monday) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (LocalDate date = monday; date.isBefore(monday.plusDays(7)); date = date.plusDays(1)) {
      SloEvents.Counts counts = counts(service, slo, Span.ofDays(date, date, zone));
      ObjectNode day = json.addObject();
      day.put("date", date.toString());
      day.put("outcome", outcome(slo, counts));
      put(day, counts);
      day.put(
          "sli", counts.total() == 0 ? null : (Double) ((double) counts.good() / counts.total()));
    }
    return json;
  }

  private static String outcome(OracleSlo slo, SloEvents.Counts counts) {
    if (counts.total() == 0) {
      return "NO_DATA";
    }
    BigDecimal allowed = slo.allowedBad().multiply(BigDecimal.valueOf(counts.total()));
    return BigDecimal.valueOf(counts.bad()).compareTo(allowed) > 0 ? "MISSED" : "MET";
  }

  /** Returns five weeks, the last of them the given one, against the budget at its end. */
  public ArrayNode spend(String service, OracleSlo slo, LocalDate monday) {
    Instant end = monday.plusDays(7).atStartOfDay(zone).toInstant();
    double budget = budget(slo, counts(service, slo, Span.before(end, length(slo))));
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (int before = 4; before >= 0; before--) {
      LocalDate first = monday.minusDays(7L * before);
      SloEvents.Counts counts = counts(service, slo, Span.ofDays(first, first.plusDays(6), zone));
      ObjectNode week = json.addObject();
      week.put("monday", first.toString());
      put(week, counts);
      week.put("budget_share", budget == 0 ? null : (Double) (counts.bad() / budget));
    }
    return json;
  }

  /** Returns the failures that moved between a week and the one before it. */
  public ArrayNode failures(String service, LocalDate monday) {
    List<OracleRequest> now = failed(service, monday);
    List<OracleRequest> before = failed(service, monday.minusDays(7));
    long all = all(service, monday).size();
    long allBefore = all(service, monday.minusDays(7)).size();
    Set<String> kinds =
        Stream.concat(now.stream(), before.stream())
            .map(BruteForceReviews::kind)
            .collect(Collectors.toCollection(TreeSet::new));
    List<ObjectNode> movers = new ArrayList<>();
    for (String kind : kinds) {
      long a = now.stream().filter(request -> kind(request).equals(kind)).count();
      long b = before.stream().filter(request -> kind(request).equals(kind)).count();
      String movement =
          b == 0
              ? "new"
              : a == 0
                  ? "gone"
                  : chiSquare(a, all - a, b, allBefore - b) <= 4 || all < 20 || allBefore < 20
                      ? "steady"
                      : a * allBefore > b * all ? "growing" : "shrinking";
      if (!movement.equals("steady")) {
        ObjectNode mover = JsonNodeFactory.instance.objectNode();
        mover.put("error_type", kind);
        mover.put("movement", movement);
        mover.put("requests", a);
        mover.put("before", b);
        mover.put("total", all);
        mover.put("total_before", allBefore);
        movers.add(mover);
      }
    }
    List<String> order = List.of("new", "growing", "shrinking", "gone");
    movers.sort(
        Comparator.comparing((ObjectNode mover) -> order.indexOf(mover.get("movement").asText()))
            .thenComparing(
                mover -> -Math.max(mover.get("requests").asLong(), mover.get("before").asLong())));
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    json.addAll(movers);
    return json;
  }

  /** Pearson's statistic of a table of two by two. */
  private static double chiSquare(long a, long b, long c, long d) {
    double determinant = (double) a * d - (double) b * c;
    return determinant
        * determinant
        * (a + b + c + d)
        / ((double) (a + b) * (c + d) * (a + c) * (b + d));
  }

  private List<OracleRequest> all(String service, LocalDate monday) {
    return ofService(service, Span.ofDays(monday, monday.plusDays(6), zone));
  }

  private List<OracleRequest> failed(String service, LocalDate monday) {
    return all(service, monday).stream().filter(request -> !request.succeeded()).toList();
  }

  private static String kind(OracleRequest request) {
    String type = request.errorType();
    return type == null ? request.status() : type;
  }

  /** Returns the measures of a span of civil days. */
  public JsonNode measures(String service, LocalDate first, LocalDate last) {
    return ServicePart.measures(ofService(service, Span.ofDays(first, last, zone)));
  }

  /** Returns the burn-down of the SLO window that ends with a day. */
  public ArrayNode burnDown(String service, OracleSlo slo, LocalDate asOf) {
    Span window = window(slo, asOf);
    double budget = budget(slo, counts(service, slo, window));
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    LocalDate date = LocalDate.ofInstant(window.start(), zone);
    long spent = 0;
    for (; !date.isAfter(asOf); date = date.plusDays(1)) {
      Span day = Span.ofDays(date, date, zone);
      Instant start = day.start().isBefore(window.start()) ? window.start() : day.start();
      SloEvents.Counts counts = counts(service, slo, new Span(start, day.end()));
      spent += counts.bad();
      ObjectNode entry = json.addObject();
      entry.put("date", date.toString());
      entry.put("end", day.end().toString());
      put(entry, counts);
      entry.put("spent_ratio", counts.bad() / budget);
      entry.put("remaining_ratio", 1 - spent / budget);
      double left = Duration.between(day.end(), window.end()).toMinutes();
      entry.put("ideal_ratio", left / length(slo).toMinutes());
    }
    return json;
  }

  /** Returns what is left on coming days when each of them is like the last 24 hours. */
  public ArrayNode projection(String service, OracleSlo slo, LocalDate asOf) {
    Instant end = window(slo, asOf).end();
    SloEvents.Counts lastDay = counts(service, slo, Span.before(end, Duration.ofDays(1)));
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (int day = 1; day <= 14 && lastDay.total() > 0; day++) {
      Instant at = end.plus(Duration.ofDays(day));
      SloEvents.Counts left = counts(service, slo, new Span(at.minus(length(slo)), end));
      double bad = left.bad() + (double) day * lastDay.bad();
      double total = left.total() + (double) day * lastDay.total();
      ObjectNode entry = json.addObject();
      entry.put("at", at.toString());
      entry.put("remaining_ratio", 1 - bad / (slo.allowedBad().doubleValue() * total));
    }
    return json;
  }

  /** Returns the same events under other objectives, the SLO's own among them. */
  public ArrayNode whatIf(String service, OracleSlo slo, LocalDate asOf) {
    Span window = window(slo, asOf);
    SloEvents.Counts counts = counts(service, slo, window);
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    Stream.of("0.99", "0.995", "0.999", slo.target().toPlainString())
        .distinct()
        .map(BigDecimal::new)
        .sorted()
        .forEach(
            objective -> {
              BigDecimal allowed =
                  BigDecimal.ONE.subtract(objective).multiply(BigDecimal.valueOf(counts.total()));
              Instant at = exhausted(service, slo, window, allowed);
              ObjectNode entry = json.addObject();
              entry.put("objective", objective.doubleValue());
              entry.put("good", counts.good());
              entry.put("bad", counts.bad());
              entry.put("budget", allowed.doubleValue());
              entry.put("consumed_ratio", counts.bad() / allowed.doubleValue());
              entry.put("exhausted_at", at == null ? null : at.toString());
            });
    return json;
  }

  /** The end of the minute of the bad request that was one too many. */
  private @Nullable Instant exhausted(
      String service, OracleSlo slo, Span window, BigDecimal allowed) {
    List<Long> bad =
        ofService(service, window).stream()
            .filter(request -> request.total().contains(slo) && !request.good().contains(slo))
            .map(OracleRequest::minute)
            .sorted()
            .toList();
    for (int i = 0; i < bad.size(); i++) {
      if (BigDecimal.valueOf(i + 1L).compareTo(allowed) >= 0) {
        return Instant.ofEpochSecond((bad.get(i) + 1) * 60);
      }
    }
    return null;
  }

  private Span window(OracleSlo slo, LocalDate asOf) {
    return Span.before(asOf.plusDays(1).atStartOfDay(zone).toInstant(), length(slo));
  }

  private static Duration length(OracleSlo slo) {
    return Duration.ofDays(slo.windowDays());
  }

  private static double budget(OracleSlo slo, SloEvents.Counts counts) {
    return slo.allowedBad().multiply(BigDecimal.valueOf(counts.total())).doubleValue();
  }

  private List<OracleRequest> ofService(String service, Span span) {
    return ServicePart.in(span, requests).stream()
        .filter(request -> request.service().equals(service))
        .toList();
  }

  private SloEvents.Counts counts(String service, OracleSlo slo, Span span) {
    List<OracleRequest> counted =
        ofService(service, span).stream().filter(request -> request.total().contains(slo)).toList();
    long good = counted.stream().filter(request -> request.good().contains(slo)).count();
    return new SloEvents.Counts(good, counted.size());
  }

  private static void put(ObjectNode json, SloEvents.Counts counts) {
    json.put("good", counts.good());
    json.put("total", counts.total());
    json.put("bad", counts.bad());
  }
}
