package dev.burnline.slo;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as OpenSLO writes it: {@code 5m}, {@code 4w}, {@code 1M}.
 *
 * @param count at least 1
 */
public record DurationShorthand(int count, Unit unit) {

  private static final long MINUTES_OF_AN_HOUR = 60;
  private static final long MINUTES_OF_A_DAY = 24 * MINUTES_OF_AN_HOUR;
  private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,6})([mhdwMQY])");

  public DurationShorthand {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, got " + count);
    }
  }

  /** Reads the text; empty when it is no duration of 1 to 999999 units. */
  public static Optional<DurationShorthand> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new DurationShorthand(
            Integer.parseInt(matcher.group(1)), Unit.ofLetter(matcher.group(2).charAt(0))));
  }

  /**
   * Returns a length in the greatest unit of minutes, hours and days that makes it a whole number.
   *
   * @param length whole minutes, at least one
   */
  public static DurationShorthand of(Duration length) {
    long minutes = length.toMinutes();
    if (minutes % MINUTES_OF_A_DAY == 0) {
      return new DurationShorthand(Math.toIntExact(length.toDays()), Unit.DAY);
    }
    return minutes % MINUTES_OF_AN_HOUR == 0
        ? new DurationShorthand(Math.toIntExact(length.toHours()), Unit.HOUR)
        : new DurationShorthand(Math.toIntExact(minutes), Unit.MINUTE);
  }

  /** Returns the length; empty for months, quarters and years, whose length varies. */
  public Optional<Duration> fixedLength() {
    return switch (unit) {
      case MINUTE -> Optional.of(Duration.ofMinutes(count));
      case HOUR -> Optional.of(Duration.ofHours(count));
      case DAY -> Optional.of(Duration.ofDays(count));
      case WEEK -> Optional.of(Duration.ofDays(7L * count));
      case MONTH, QUARTER, YEAR -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return count + String.valueOf(unit.letter);
  }

  /** Minutes, hours, days of 24 hours, weeks of 7 days, and calendar units. */
  public enum Unit {
    MINUTE('m'),
    HOUR('h'),
    DAY('d'),
    WEEK('w'),
    MONTH('M'),
    QUARTER('Q'),
    YEAR('Y');

    private final char letter;

    Unit(char letter) {
      this.letter = letter;
    }

    private static Unit ofLetter(char letter) {
      for (Unit unit : values()) {
        if (unit.letter == letter) {
          return unit;
        }
      }
      throw new IllegalArgumentException("no unit has the letter '%s'".formatted(letter));
    }
  }
}
