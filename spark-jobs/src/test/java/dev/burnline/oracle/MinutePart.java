package dev.burnline.oracle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Requests by minute and by civil hour. */
final class MinutePart {

  private MinutePart() {}

  static ArrayNode perMinute(List<OracleRequest> requests) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    byMinute(requests)
        .forEach(
            (minute, ofMinute) -> {
              List<Double> durations =
                  Exact.sorted(FiguresPart.successful(ofMinute), OracleRequest::durationMs);
              ObjectNode entry = json.addObject();
              entry.put("minute", Instant.ofEpochSecond(minute * 60).toString());
              entry.put("requests", ofMinute.size());
              entry.put("errors", FiguresPart.errors(ofMinute));
              entry.put("mean_ms", Exact.mean(durations));
              entry.put("p50_ms", Exact.percentile(durations, 500));
              entry.put("p95_ms", Exact.percentile(durations, 950));
              entry.put("p99_ms", Exact.percentile(durations, 990));
              entry.put(
                  "output_tokens", Exact.sum(Exact.sorted(ofMinute, OracleRequest::outputTokens)));
            });
    return json;
  }

  static ObjectNode requestsPerSecond(Span window, List<OracleRequest> requests) {
    int most = byMinute(requests).values().stream().mapToInt(List::size).max().orElse(0);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("mean", (double) requests.size() / window.seconds());
    json.put("peak_minute", most / 60.0);
    return json;
  }

  /** Returns the hours with requests of the seven civil dates that end with {@code last}. */
  static ArrayNode loadHeatmap(LocalDate last, ZoneId zone, List<OracleRequest> ofService) {
    SortedMap<HourOfDate, List<OracleRequest>> byHour =
        ofService.stream()
            .collect(
                Collectors.groupingBy(
                    request -> HourOfDate.of(request, zone), TreeMap::new, Collectors.toList()));
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    byHour.forEach(
        (hour, requests) -> {
          if (!hour.date().isBefore(last.minusDays(6)) && !hour.date().isAfter(last)) {
            ObjectNode entry = json.addObject();
            entry.put("date", hour.date().toString());
            entry.put("hour", hour.hour());
            entry.put("requests", requests.size());
            entry.put("errors", FiguresPart.errors(requests));
          }
        });
    return json;
  }

  private static SortedMap<Long, List<OracleRequest>> byMinute(List<OracleRequest> requests) {
    return requests.stream()
        .collect(Collectors.groupingBy(OracleRequest::minute, TreeMap::new, Collectors.toList()));
  }

  private record HourOfDate(LocalDate date, int hour) implements Comparable<HourOfDate> {

    static HourOfDate of(OracleRequest request, ZoneId zone) {
      ZonedDateTime time = Instant.ofEpochMilli(request.millis()).atZone(zone);
      return new HourOfDate(time.toLocalDate(), time.getHour());
    }

    @Override
    public int compareTo(HourOfDate other) {
      return Comparator.comparing(HourOfDate::date)
          .thenComparing(HourOfDate::hour)
          .compare(this, requireNonNull(other));
    }
  }
}
