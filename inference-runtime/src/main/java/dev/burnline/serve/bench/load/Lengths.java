package dev.burnline.serve.bench.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A distribution of lengths; each is at least 1. */
public sealed interface Lengths {

  /** Draws one. */
  int draw(Random random);

  /**
   * Reads a distribution.
   *
   * @param text {@code 128} (always), {@code 16,64,256} (each as often), {@code 10-200} (all from
   *     10 to 200 as often) or {@code median=120,p95=600} (log-normal)
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Lengths parse(String text) {
    Matcher range = Pattern.compile("(\\d{1,7})-(\\d{1,7})").matcher(text);
    if (range.matches()) {
      return new Uniform(number(range.group(1)), number(range.group(2)));
    }
    Matcher logNormal = Pattern.compile("median=(\\d{1,7}),p95=(\\d{1,7})").matcher(text);
    if (logNormal.matches()) {
      return new LogNormal(number(logNormal.group(1)), number(logNormal.group(2)));
    }
    if (text.matches("\\d{1,7}(,\\d{1,7})*")) {
      return new OneOf(Arrays.stream(text.split(",", -1)).map(Lengths::number).toList());
    }
    throw new IllegalArgumentException(
        "lengths must be like 128, 16,64,256, 10-200 or median=120,p95=600, got '" + text + "'");
  }

  private static int number(String digits) {
    int number = Integer.parseInt(digits);
    if (number < 1) {
      throw new IllegalArgumentException("a length must be at least 1, got " + number);
    }
    return number;
  }

  /** Each of these as often as the others. */
  record OneOf(List<Integer> choices) implements Lengths {

    public OneOf {
      choices = List.copyOf(choices);
      if (choices.isEmpty()) {
        throw new IllegalArgumentException("choices must not be empty");
      }
    }

    @Override
    public int draw(Random random) {
      return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public String toString() {
      return choices.size() == 1 ? choices.get(0).toString() : "one of " + choices;
    }
  }

  /** Every length from the least to the most as often. */
  record Uniform(int least, int most) implements Lengths {

    public Uniform {
      if (least > most) {
        throw new IllegalArgumentException("a range must go up, got " + least + "-" + most);
      }
    }

    @Override
    public int draw(Random random) {
      return least + random.nextInt(most - least + 1);
    }

    @Override
    public String toString() {
      return "uniform " + least + " to " + most;
    }
  }

  /** Many short ones and a long tail, cut at four times the 95th percentile. */
  record LogNormal(int median, int p95) implements Lengths {

    private static final double NORMAL_P95 = 1.6448536269514722;

    public LogNormal {
      if (p95 < median) {
        throw new IllegalArgumentException(
            "p95 must not be below the median " + median + ", got " + p95);
      }
    }

    @Override
    public int draw(Random random) {
      double sigma = Math.log((double) p95 / median) / NORMAL_P95;
      double drawn = median * Math.exp(sigma * random.nextGaussian());
      return (int) Math.max(1, Math.min(4.0 * p95, Math.rint(drawn)));
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "log-normal, median %d, p95 %d", median, p95);
    }
  }
}
