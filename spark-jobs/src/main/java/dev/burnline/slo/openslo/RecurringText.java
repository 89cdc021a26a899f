package dev.burnline.slo.openslo;

import dev.burnline.slo.Exclusion;
import dev.burnline.slo.Recurrence;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code RRULE:FREQ=WEEKLY;BYDAY=SU DTSTART=… DURATION=… ZONE=…}. */
final class RecurringText {

  static final String PREFIX = "RRULE:";

  private static final List<String> PARTS = List.of("DTSTART", "DURATION", "ZONE");

  private RecurringText() {}

  /**
   * Reads the text.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static Exclusion parse(String text) {
    List<String> words = List.of(text.split("\\s+"));
    Map<String, String> parts = parts(words.subList(1, words.size()));
    ZoneId zone = zone(parts.getOrDefault("ZONE", ""));
    LocalDateTime start = start(parts.getOrDefault("DTSTART", ""));
    return new Exclusion.Recurring(
        Recurrence.of(words.get(0).substring(PREFIX.length()), start, zone),
        ExclusionReader.duration(parts.getOrDefault("DURATION", "")),
        zone);
  }

  private static Map<String, String> parts(List<String> words) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      if (equals < 0 || !PARTS.contains(name)) {
        throw new IllegalArgumentException(
            "'%s' is none of the parts DTSTART=, DURATION= and ZONE=".formatted(word));
      }
      if (parts.put(name, word.substring(equals + 1)) != null) {
        throw new IllegalArgumentException("has %s twice".formatted(name));
      }
    }
    for (String name : PARTS) {
      if (!parts.containsKey(name)) {
        throw new IllegalArgumentException("needs %s=".formatted(name));
      }
    }
    return parts;
  }

  private static LocalDateTime start(String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "DTSTART '%s' must be a time in ZONE such as 2026-01-04T02:00".formatted(text), e);
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "ZONE '%s' must be a time zone such as Europe/Berlin".formatted(text), e);
    }
  }
}
