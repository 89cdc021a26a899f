package dev.burnline.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  /** The rule, as one expression. */
  private static final Pattern RULE =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt ](\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d+))?"
              + "(?:[Zz]|([+-])(\\d\\d)(?::?(\\d\\d))?)?");

  private static final String ALPHABET = "0123456789-:.,+TtZz /e\u0660";

  private final Timestamps timestamps = new Timestamps();

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T01:02:03Z, 2026-11-22T01:02:03Z",
    "2026-11-22t01:02:03z, 2026-11-22T01:02:03Z",
    "2026-11-22 01:02:03, 2026-11-22T01:02:03Z",
    "'2026-11-22 01:02:03,456', 2026-11-22T01:02:03.456Z",
    "2026-11-22T01:02:03.4567899999999999999999, 2026-11-22T01:02:03.456Z",
    "2026-11-22T01:02:03.4+05:45, 2026-11-21T19:17:03.400Z",
    "2026-11-22T01:02:03-0330, 2026-11-22T04:32:03Z",
    "2026-11-22T01:02:03+02, 2026-11-21T23:02:03Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "1969-12-31T23:59:59.9999Z, 1969-12-31T23:59:59.999Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z"
  })
  void times_of_log_formatters_are_read(String text, Instant time) {
    assertThat(millis(text)).isEqualTo(time.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-22",
        "2026-11-22T01:02",
        "2026-11-22T01:02:60Z",
        "2026-11-22T24:00:00Z",
        "2026-02-29T00:00:00Z",
        "2026-11-31T00:00:00Z",
        "2026-00-10T00:00:00Z",
        "2026-11-22T01:02:03.Z",
        "2026-11-22T01:02:03ZZ",
        "2026-11-22T01:02:03 Z",
        "2026-11-22T01:02:03+5:45",
        "2026-11-22T01:02:03+05:450",
        "2026-11-22T01:02:03+",
        "2026-11-22_01:02:03",
        " 2026-11-22T01:02:03Z",
        "1795309323",
        "22/Nov/2026:01:02:03 +0000"
      })
  void everything_else_is_unreadable(String text) {
    assertThat(millis(text)).isEqualTo(Timestamps.UNREADABLE);
  }

  @Test
  void random_times_and_spoilt_ones_are_read_as_java_time_reads_them() {
    Random random = new Random(20261122);
    int readable = 0;
    for (int i = 0; i < 60_000; i++) {
      String text = randomTime(random);
      for (int slips = random.nextInt(3); slips > 0; slips--) {
        text = spoilt(text, random);
      }
      long expected = expected(text);
      assertThat(millis(text)).as(text).isEqualTo(expected);
      readable += expected == Timestamps.UNREADABLE ? 0 : 1;
    }
    assertThat(readable).isBetween(15_000, 45_000);
  }

  /** The text stands within other characters, as a JSON parser hands it out. */
  private long millis(String text) {
    char[] around = ("9" + text + "9").toCharArray();
    return timestamps.parse(around, 1, text.length());
  }

  private static long expected(String text) {
    Matcher rule = RULE.matcher(text);
    if (!rule.matches()) {
      return Timestamps.UNREADABLE;
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(rule, 1),
              number(rule, 2),
              number(rule, 3),
              number(rule, 4),
              number(rule, 5),
              number(rule, 6));
      String fraction = rule.group(7) == null ? "" : rule.group(7);
      long millis = Long.parseLong((fraction + "000").substring(0, 3));
      int hours = rule.group(9) == null ? 0 : number(rule, 9);
      int minutes = rule.group(10) == null ? 0 : number(rule, 10);
      if (hours > 23 || minutes > 59) {
        return Timestamps.UNREADABLE;
      }
      Duration offset = Duration.ofMinutes(hours * 60L + minutes);
      return local.toInstant(ZoneOffset.UTC).toEpochMilli()
          + millis
          - ("-".equals(rule.group(8)) ? offset.negated() : offset).toMillis();
    } catch (DateTimeException e) {
      return Timestamps.UNREADABLE;
    }
  }

  private static int number(Matcher rule, int group) {
    return Integer.parseInt(rule.group(group));
  }

  private static String randomTime(Random random) {
    String[] ends = {"", "Z", "z", "+02:00", "-0930", "+14", "+23:59", "+24:00", "-05:60"};
    String[] marks = {"T", "t", " "};
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%04d-%02d-%02d%s%02d:%02d:%02d",
                random.nextInt(4) == 0 ? random.nextInt(10_000) : 2026,
                random.nextInt(14),
                1 + random.nextInt(31),
                marks[random.nextInt(3)],
                random.nextInt(25),
                random.nextInt(60),
                random.nextInt(61)));
    int digits = random.nextInt(12);
    if (digits > 0) {
      text.append(random.nextBoolean() ? '.' : ',');
      random.ints(digits, 0, 10).forEach(text::append);
    }
    return text.append(ends[random.nextInt(ends.length)]).toString();
  }

  private static String spoilt(String text, Random random) {
    StringBuilder slip = new StringBuilder(text);
    int at = random.nextInt(text.length());
    char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    switch (random.nextInt(3)) {
      case 0 -> slip.setCharAt(at, c);
      case 1 -> slip.insert(at, c);
      default -> slip.deleteCharAt(at);
    }
    return slip.toString();
  }
}
