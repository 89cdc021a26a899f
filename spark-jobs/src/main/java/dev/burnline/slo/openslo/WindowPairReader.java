package dev.burnline.slo.openslo;

import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.alert.BurnRatePair;
import dev.burnline.slo.alert.BurnRatePair.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the window pairs of an alert policy's annotation {@code burnline.dev/windows}. */
final class WindowPairReader {

  private static final Pattern PAIR =
      Pattern.compile("\\s*(\\S+)\\s+(\\S+?)\\s*/\\s*(\\S+)\\s+(\\S+?)\\s*%\\s*");

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private WindowPairReader() {}

  /** Returns the pairs, written as a list or as lines of one text. */
  static List<BurnRatePair> read(Item item) {
    List<BurnRatePair> pairs = new ArrayList<>();
    if (item.isList()) {
      item.items()
          .orElse(List.of())
          .forEach(each -> each.text().flatMap(text -> pair(each, text)).ifPresent(pairs::add));
      if (item.items().filter(List::isEmpty).isPresent()) {
        item.problemWithoutValue("must not be empty");
      }
    } else {
      AnnotationReader.entries(item).forEach(text -> pair(item, text).ifPresent(pairs::add));
    }
    return pairs;
  }

  private static Optional<BurnRatePair> pair(Item item, String text) {
    Matcher matcher = PAIR.matcher(text);
    if (!matcher.matches()) {
      item.problem("must read 'severity long/short share%', for example 'page 1h/5m 2%'");
      return Optional.empty();
    }
    Optional<Severity> severity = severity(item, matcher.group(1));
    Optional<Duration> longLookback = lookback(item, matcher.group(2));
    Optional<Duration> shortLookback = lookback(item, matcher.group(3));
    Optional<BigDecimal> share = share(item, matcher.group(4));
    if (severity.isEmpty()
        || longLookback.isEmpty()
        || shortLookback.isEmpty()
        || share.isEmpty()) {
      return Optional.empty();
    }
    if (shortLookback.get().compareTo(longLookback.get()) >= 0) {
      item.problem("the short lookback, after the slash, must be below the long one");
      return Optional.empty();
    }
    return Optional.of(
        new BurnRatePair(severity.get(), longLookback.get(), shortLookback.get(), share.get()));
  }

  private static Optional<Severity> severity(Item item, String text) {
    for (Severity severity : Severity.values()) {
      if (severity.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(severity);
      }
    }
    item.problem("the severity must be page or ticket, not '%s'".formatted(text));
    return Optional.empty();
  }

  private static Optional<Duration> lookback(Item item, String text) {
    Optional<Duration> lookback =
        DurationShorthand.parse(text).flatMap(DurationShorthand::fixedLength);
    if (lookback.isEmpty()) {
      item.problem("a lookback must be minutes, hours, days or weeks, not '%s'".formatted(text));
    }
    return lookback;
  }

  private static Optional<BigDecimal> share(Item item, String text) {
    Optional<BigDecimal> share =
        Decimals.parse(text)
            .map(percent -> percent.movePointLeft(2))
            .filter(value -> value.signum() > 0 && value.movePointRight(2).compareTo(HUNDRED) <= 0);
    if (share.isEmpty()) {
      item.problem("the share must be above 0 and at most 100 %%, not '%s'".formatted(text));
    }
    return share;
  }
}
