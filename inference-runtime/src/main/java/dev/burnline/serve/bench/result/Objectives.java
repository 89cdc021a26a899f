package dev.burnline.serve.bench.result;

import dev.burnline.serve.bench.client.Reply;
import dev.burnline.serve.bench.load.Sample;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request must keep to be good, each in milliseconds; absent where it does not matter.
 *
 * @param ttft most to the first token
 * @param tpot most from one token to the next, on the mean
 * @param e2e most to the end
 */
public record Objectives(OptionalDouble ttft, OptionalDouble tpot, OptionalDouble e2e) {

  private static final Pattern ONE =
      Pattern.compile("(ttft|tpot|e2e)=(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s)");

  /**
   * Reads objectives such as {@code ttft=500ms,e2e=5s}.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static Objectives parse(String text) {
    Map<String, Double> millis = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = ONE.matcher(part.strip().toLowerCase(Locale.ROOT));
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "--slo must be like ttft=500ms,tpot=50ms,e2e=5s, got '" + part + "'");
      }
      double value =
          Double.parseDouble(matcher.group(2)) * (matcher.group(3).equals("s") ? 1000 : 1);
      if (millis.put(matcher.group(1), value) != null) {
        throw new IllegalArgumentException("--slo names " + matcher.group(1) + " twice");
      }
    }
    return new Objectives(of(millis, "ttft"), of(millis, "tpot"), of(millis, "e2e"));
  }

  /** Returns whether a request was answered within all of them; exactly as long is within. */
  boolean areKeptBy(Sample sample) {
    return sample.reply() instanceof Reply.Answered answered
        && within(OptionalDouble.of(Latencies.ttft(sample, answered)), ttft)
        && within(Latencies.tpot(answered), tpot)
        && within(OptionalDouble.of(Latencies.e2e(sample)), e2e);
  }

  /** An answer of one token or in one piece has no time per token, and so breaks no limit of it. */
  private static boolean within(OptionalDouble value, OptionalDouble most) {
    return value.isEmpty() || most.isEmpty() || value.getAsDouble() <= most.getAsDouble();
  }

  private static OptionalDouble of(Map<String, Double> millis, String name) {
    Double value = millis.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Returns them as they are asked for. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text, "ttft", ttft);
    append(text, "tpot", tpot);
    append(text, "e2e", e2e);
    return text.toString();
  }

  private static void append(StringBuilder text, String name, OptionalDouble millis) {
    if (millis.isPresent()) {
      text.append(text.isEmpty() ? "" : ", ");
      text.append(String.format(Locale.ROOT, "%s <= %.6g ms", name, millis.getAsDouble()));
    }
  }
}
