package dev.burnline.oracle;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Times of requests around a reported day, and the ways to write them. */
final class RandomTimes {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Random random;

  RandomTimes(Random random) {
    this.random = random;
  }

  /** Returns ascending times: most in the window, some in the 40 days before, a few after. */
  List<Instant> around(Span window, int count) {
    List<Instant> times = new ArrayList<>();
    for (long days : List.of(0L, 1L, 7L, 30L)) {
      times.add(window.end().minusSeconds(days * 86_400));
      times.add(window.end().minusSeconds(days * 86_400).minusMillis(1));
    }
    times.add(window.start());
    times.add(window.start().minusMillis(1));
    times.add(window.end().plusSeconds(365 * 86_400L));
    List<Instant> busy = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      busy.add(centre(window));
    }
    while (times.size() < count) {
      Instant near = busy.get(random.nextInt(busy.size()));
      times.add(near.plusMillis(random.nextInt(240_000)));
    }
    Collections.sort(times);
    return times;
  }

  private Instant centre(Span window) {
    return switch (random.nextInt(10)) {
      case 0 -> window.end().minusSeconds(random.nextInt(40 * 86_400));
      case 1, 2 -> window.end().minusSeconds(random.nextInt(9 * 86_400));
      case 3 -> window.end().plusSeconds(random.nextInt(6 * 3_600));
      case 4, 5 -> window.end().minusSeconds(random.nextInt(7_200));
      default -> window.start().plusSeconds(random.nextInt((int) window.seconds()));
    };
  }

  /** Returns the time to the millisecond as the runtime writes it. */
  static String plain(Instant time) {
    return write(
            time,
            ZoneOffset.UTC,
            'T',
            "." + "%03d".formatted(time.get(ChronoField.MILLI_OF_SECOND)))
        + "Z";
  }

  /** Returns the time in any form that a line may have, sometimes with more digits. */
  String odd(Instant time) {
    ZoneOffset offset = ZoneOffset.ofTotalSeconds((random.nextInt(105) - 48) * 900);
    String suffix =
        switch (random.nextInt(5)) {
          case 0 -> offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
          case 1 -> offset.getTotalSeconds() == 0 ? "-0000" : offset.getId().replace(":", "");
          case 2 -> {
            offset = ZoneOffset.ofHours(random.nextInt(25) - 12);
            yield offset.getTotalSeconds() == 0 ? "+00" : offset.getId().substring(0, 3);
          }
          case 3 -> "";
          default -> random.nextBoolean() ? "Z" : "z";
        };
    if (suffix.isEmpty() || suffix.equalsIgnoreCase("z")) {
      offset = ZoneOffset.UTC;
    }
    String digits =
        "%03d".formatted(time.get(ChronoField.MILLI_OF_SECOND))
            + "9876543219876543210".substring(0, random.nextInt(20));
    int kept =
        time.get(ChronoField.MILLI_OF_SECOND) % 100 == 0 && random.nextBoolean()
            ? 1
            : digits.length();
    String fraction =
        time.get(ChronoField.MILLI_OF_SECOND) == 0 && random.nextBoolean()
            ? ""
            : (random.nextBoolean() ? "." : ",") + digits.substring(0, kept);
    return write(time, offset, "Tt ".charAt(random.nextInt(3)), fraction) + suffix;
  }

  private static String write(Instant time, ZoneOffset offset, char between, String fraction) {
    LocalDateTime local = LocalDateTime.ofInstant(time, offset);
    return DATE.format(local) + between + TIME.format(local) + fraction;
  }
}
