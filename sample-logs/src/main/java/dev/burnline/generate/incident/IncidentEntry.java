package dev.burnline.generate.incident;

import dev.burnline.generate.server.Outcome;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One entry of an incident file; what is wrong with it goes to a list. */
final class IncidentEntry {

  private static final List<String> KEYS =
      List.of(
          "pattern",
          "service",
          "instance",
          "start",
          "duration",
          "intensity",
          "requests_per_minute",
          "error_type",
          "xid",
          "count");

  private final String where;
  private final List<String> problems;
  private final int problemsBefore;
  private Map<?, ?> entry = Map.of();

  IncidentEntry(String where, List<String> problems) {
    this.where = where;
    this.problems = problems;
    this.problemsBefore = problems.size();
  }

  Optional<Incident> read(@Nullable Object value, Instant logStart, Instant logEnd) {
    if (!(value instanceof Map<?, ?> map)) {
      problem("", "must be a mapping, got " + value);
      return Optional.empty();
    }
    entry = map;
    for (Object key : map.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        problem("." + key, "is not known; known are " + KEYS);
      }
    }
    String pattern = text("pattern", "");
    Optional<IncidentKind> kind = IncidentKind.of(pattern);
    if (kind.isEmpty()) {
      String known =
          Arrays.stream(IncidentKind.values())
              .map(IncidentKind::text)
              .collect(Collectors.joining(", "));
      problem(".pattern", "must be one of " + known + ", got '" + pattern + "'");
      return Optional.empty();
    }
    IncidentKind what = kind.get();
    Instant start = start(logStart);
    Duration duration = duration("duration", what.usualDuration());
    double intensity = number("intensity", what.usualIntensity(), 0, 1);
    double perMinute = number("requests_per_minute", what.usualRequestsPerMinute(), 0, 6000);
    String errorType = errorType();
    int xid = (int) number("xid", 79, 1, 999);
    int count = (int) number("count", UnusableLine.values().length, 1, 100_000);
    if (start.isBefore(logStart) || !start.isBefore(logEnd)) {
      problem(".start", "must be in [" + logStart + ", " + logEnd + "), got " + start);
    }
    if (duration.isZero() || duration.isNegative()) {
      problem(".duration", "must be positive, got " + duration);
    }
    if (problems.size() > problemsBefore) {
      return Optional.empty();
    }
    return Optional.of(
        new Incident(
            what,
            text("service", "*"),
            text("instance", ""),
            start,
            start.plus(duration),
            intensity,
            perMinute,
            errorType,
            xid,
            count));
  }

  private String text(String key, String usual) {
    Object value = entry.get(key);
    return value == null ? usual : value.toString();
  }

  private double number(String key, double usual, double least, double most) {
    Object value = entry.get(key);
    if (value == null) {
      return usual;
    }
    if (value instanceof Number number
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return number.doubleValue();
    }
    problem("." + key, "must be a number in [" + least + ", " + most + "], got " + value);
    return usual;
  }

  private Instant start(Instant logStart) {
    String text = text("start", "");
    try {
      return text.startsWith("P") ? logStart.plus(Duration.parse(text)) : Instant.parse(text);
    } catch (DateTimeException e) {
      problem(
          ".start",
          "must be a time like 2026-11-22T13:10:00Z or a distance from the first day's start like"
              + " P8DT13H10M, got '"
              + text
              + "'");
      return logStart;
    }
  }

  private Duration duration(String key, Duration usual) {
    String text = text(key, usual.toString());
    String iso = text.toUpperCase(Locale.ROOT);
    if (!iso.startsWith("P")) {
      iso = iso.endsWith("D") ? "P" + iso : "PT" + iso;
    }
    try {
      return Duration.parse(iso);
    } catch (DateTimeException e) {
      problem("." + key, "must be like 90s, 12m, 5h, 6d or PT1H30M, got '" + text + "'");
      return usual;
    }
  }

  private String errorType() {
    String text = text("error_type", "");
    boolean known =
        Arrays.stream(Outcome.values())
            .anyMatch(outcome -> outcome != Outcome.SUCCESS && outcome.errorType().equals(text));
    if (!known && !text.isEmpty()) {
      TreeSet<String> all = new TreeSet<>();
      for (Outcome outcome : Outcome.values()) {
        all.add(outcome.errorType());
      }
      all.remove(Outcome.SUCCESS.errorType());
      problem(".error_type", "must be one of " + all + ", got '" + text + "'");
      return "";
    }
    return text;
  }

  private void problem(String key, String what) {
    problems.add(where + key + ": " + what);
  }
}
