package dev.burnline.oracle;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a line's {@code timestamp}. */
final class LogTime {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})"
              + "(?:[.,](?<fraction>[0-9]+))?"
              + "(?<zone>[Zz]|(?<sign>[+-])(?<hours>[0-9]{2})(?::?(?<minutes>[0-9]{2}))?)?");

  private LogTime() {}

  /** Returns milliseconds since 1970 in UTC, rounded down; empty when it cannot be read. */
  static OptionalLong millisOf(String timestamp) {
    Matcher form = FORM.matcher(timestamp);
    if (!form.matches()) {
      return OptionalLong.empty();
    }
    long second;
    try {
      second =
          LocalDateTime.parse(form.group("date") + "T" + form.group("time"))
              .toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
    long offsetMinutes = 0;
    if (form.group("sign") != null) {
      long hours = Long.parseLong(form.group("hours"));
      long minutes = form.group("minutes") == null ? 0 : Long.parseLong(form.group("minutes"));
      if (hours > 23 || minutes > 59) {
        return OptionalLong.empty();
      }
      offsetMinutes = (form.group("sign").equals("-") ? -1 : 1) * (hours * 60 + minutes);
    }
    String fraction = form.group("fraction") == null ? "" : form.group("fraction");
    long millis = Long.parseLong((fraction + "000").substring(0, 3));
    return OptionalLong.of((second - offsetMinutes * 60) * 1000 + millis);
  }
}
