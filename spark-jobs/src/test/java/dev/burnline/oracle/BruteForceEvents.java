package dev.burnline.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The events of one SLO of one service, read plainly from the raw lines. */
public final class BruteForceEvents {

  private final List<Event> events;

  private BruteForceEvents(List<Event> events) {
    this.events = List.copyOf(events);
  }

  /** Reads all events of a service, wherever they lie in the logs. */
  public static BruteForceEvents read(List<Path> logs, OracleSlo slo, String service)
      throws IOException {
    return new BruteForceEvents(
        RawLog.read(logs, List.of(slo)).requests().stream()
            .filter(request -> request.service().equals(service))
            .filter(request -> request.total().contains(slo))
            .map(request -> new Event(request, request.good().contains(slo)))
            .toList());
  }

  /** A valid event. */
  public record Event(OracleRequest request, boolean isGood) {

    /** Returns its minute since 1970 UTC. */
    public long minute() {
      return request.minute();
    }

    /** Returns a text field, null where it is absent. */
    public @Nullable String text(String field) {
      return request.line().path(field).textValue();
    }

    /** Returns the request's time and id. */
    public String sample() {
      return "%d %s".formatted(request.millis(), request.requestId());
    }

    /** Returns error type, model and the class of its input length, as one text. */
    public String cause() {
      return "%s | %s | %s".formatted(text("error_type"), text("model"), promptSize());
    }

    private String promptSize() {
      Double tokens = request.inputTokens();
      if (tokens == null) {
        return "unknown";
      }
      if (tokens >= 16384) {
        return "16384 tokens or more";
      }
      if (tokens >= 4096) {
        return "4096 to 16383 tokens";
      }
      if (tokens >= 1024) {
        return "1024 to 4095 tokens";
      }
      return tokens >= 256 ? "256 to 1023 tokens" : "under 256 tokens";
    }
  }

  /** Returns all valid events. */
  public List<Event> all() {
    return events;
  }

  /** Returns the bad events by a property; those of which it is null are left out. */
  public <K extends Comparable<K>> Map<K, List<Event>> badBy(
      Function<Event, @Nullable K> property) {
    return by(events.stream().filter(event -> !event.isGood()).toList(), property);
  }

  /** Returns the valid events by a property; those of which it is null are left out. */
  public <K extends Comparable<K>> Map<K, List<Event>> by(Function<Event, @Nullable K> property) {
    return by(events, property);
  }

  private static <K extends Comparable<K>> Map<K, List<Event>> by(
      List<Event> events, Function<Event, @Nullable K> property) {
    Map<K, List<Event>> parts = new TreeMap<>();
    for (Event event : events) {
      K key = property.apply(event);
      if (key != null) {
        parts.computeIfAbsent(key, none -> new ArrayList<>()).add(event);
      }
    }
    return parts;
  }
}
