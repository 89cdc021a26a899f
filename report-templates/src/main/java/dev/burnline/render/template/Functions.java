package dev.burnline.render.template;

import dev.burnline.render.words.LedgerTables;
import dev.burnline.render.words.LedgerWords;
import dev.burnline.render.words.Words;
import dev.burnline.report.Ledger;
import dev.burnline.report.SloReport;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions that templates have; all but a few turn one value into words. */
final class Functions {

  /** Fewer values than this on either side, and a change says nothing. */
  private static final long ENOUGH = 20;

  /** Changes below this are not called better or worse. */
  private static final double NOTABLE = 0.10;

  private Functions() {}

  static Map<String, TemplateMethodModelEx> of(Words words) {
    var functions = new HashMap<String, TemplateMethodModelEx>();
    functions.put("t", arguments -> say(words, arguments));
    functions.put("t_or", of -> words.sayOr(text(of, 0), text(of, 1)));
    functions.put("count", one(Number.class, value -> words.count(value.longValue()), words));
    functions.put("num", one(Number.class, value -> words.number(value.doubleValue()), words));
    functions.put("exact", one(Number.class, value -> words.exact(value.doubleValue()), words));
    functions.put("pct", one(Number.class, value -> words.percent(value.doubleValue()), words));
    functions.put("sli", one(Number.class, value -> words.indicator(value.doubleValue()), words));
    functions.put(
        "objective", one(Number.class, value -> words.objective(value.doubleValue()), words));
    functions.put("times", one(Number.class, value -> words.times(value.doubleValue()), words));
    functions.put("ms", one(Number.class, value -> words.millis(value.doubleValue()), words));
    functions.put(
        "limit_ms", one(Number.class, value -> words.axisMillis(value.doubleValue()), words));
    functions.put("minutes", one(Number.class, value -> words.minutes(value.doubleValue()), words));
    functions.put("bytes", one(Number.class, value -> words.bytes(value.longValue()), words));
    functions.put("minute", one(Instant.class, words::minute, words));
    functions.put("second", one(Instant.class, words::second, words));
    functions.put("date", one(Instant.class, words::date, words));
    functions.put(
        "weekday",
        one(
            Instant.class,
            value -> words.weekday(LocalDate.ofInstant(value, words.zone())),
            words));
    functions.put("ledger_label", one(String.class, new LedgerWords(words)::label, words));
    functions.put(
        "ledger_tables",
        of ->
            new LedgerTables(words)
                .of(value(of, 0) instanceof Ledger ledger ? ledger : null, (int) number(of, 1)));
    functions.put(
        "post_mortems",
        of -> value(of, 0) instanceof Ledger ledger ? ledger.postMortems() : List.of());
    functions.put("change", of -> change(words, of));
    functions.put("trend", Functions::trend);
    functions.put("burn_words", of -> burnWords(words, of));
    return functions;
  }

  private static String say(Words words, List<?> arguments) throws TemplateModelException {
    Object[] values = new Object[arguments.size() - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = text(arguments, i + 1);
    }
    return words.say(text(arguments, 0), values);
  }

  /** A function of one value; null is said as "no data". */
  private static <T> TemplateMethodModelEx one(
      Class<T> type, Function<T, String> said, Words words) {
    return arguments -> {
      Object value = value(arguments, 0);
      return value == null ? words.say("no_data") : said.apply(type.cast(value));
    };
  }

  /** {@code change(now, then, countNow, countThen)}: a text, or empty when it would say nothing. */
  private static String change(Words words, List<?> arguments) throws TemplateModelException {
    return comparable(arguments) ? words.change(number(arguments, 0), number(arguments, 1)) : "";
  }

  /** As {@code change}: {@code up}, {@code down} or {@code flat}. */
  private static String trend(List<?> arguments) throws TemplateModelException {
    if (!comparable(arguments)) {
      return "flat";
    }
    double ratio = number(arguments, 0) / number(arguments, 1);
    return ratio >= 1 + NOTABLE ? "up" : ratio <= 1 - NOTABLE ? "down" : "flat";
  }

  /** {@code burn_words(slo, lookback)}: what a burn rate means; the rate must not be null. */
  private static String burnWords(Words words, List<?> arguments) throws TemplateModelException {
    if (!(value(arguments, 0) instanceof SloReport slo)) {
      throw new TemplateModelException("burn_words needs an SLO");
    }
    String lookback = text(arguments, 1);
    Double rate = slo.burnRates().get(lookback);
    String span = words.say("lookback." + lookback);
    if (rate == null || rate == 0) {
      return words.say("burn.zero", span);
    }
    if (rate <= 1) {
      return words.say("burn.slow", span, words.times(rate));
    }
    Duration window = Duration.between(slo.window().start(), slo.window().end());
    double lastsMinutes = window.toMinutes() / rate;
    return words.say(
        "burn.fast",
        span,
        words.times(rate),
        words.minutes(lastsMinutes),
        words.minutes((double) window.toMinutes()));
  }

  private static boolean comparable(List<?> arguments) throws TemplateModelException {
    return value(arguments, 0) != null
        && value(arguments, 1) != null
        && number(arguments, 1) > 0
        && value(arguments, 2) instanceof Number now
        && value(arguments, 3) instanceof Number then
        && now.longValue() >= ENOUGH
        && then.longValue() >= ENOUGH;
  }

  private static double number(List<?> arguments, int index) throws TemplateModelException {
    return value(arguments, index) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static String text(List<?> arguments, int index) throws TemplateModelException {
    Object value = value(arguments, index);
    return value == null ? "" : value.toString();
  }

  private static @Nullable Object value(List<?> arguments, int index)
      throws TemplateModelException {
    Object model = index < arguments.size() ? arguments.get(index) : null;
    Object value = model == null ? null : DeepUnwrap.unwrap((TemplateModel) model);
    // What a template writes as x! is an empty text where x is missing.
    return "".equals(value) ? null : value;
  }
}
