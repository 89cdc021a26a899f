package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A random condition that knows its value by the truth tables of SQL, and many ways to write it.
 * Shares nothing with the code under test.
 */
sealed interface RandomCondition {

  /** Returns the value on a line; null is unknown. */
  @Nullable Boolean valueOn(SampleLine line);

  /** Writes the condition; {@code level} is 0 within or, 1 within and, 2 within not. */
  String write(Random spelling, int level);

  static RandomCondition make(Random random, int depth) {
    int choice = depth == 0 ? 3 : random.nextInt(6);
    return switch (choice) {
      case 0, 1 -> {
        List<RandomCondition> operands =
            IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(i -> make(random, depth - 1))
                .toList();
        yield choice == 0 ? new And(operands) : new Or(operands);
      }
      case 2 -> new Not(make(random, depth - 1));
      default -> RandomRelation.make(random);
    };
  }

  /** Writes a word in any case. */
  static String word(Random spelling, String word) {
    return spelling.nextBoolean() ? word : word.toUpperCase(Locale.ROOT);
  }

  static String space(Random spelling) {
    return List.of(" ", "  ", "\n", "\t ").get(spelling.nextInt(4));
  }

  /** Puts parentheses where they are needed and, at times, where they are not. */
  static String group(Random spelling, boolean isNeeded, String text) {
    return isNeeded || spelling.nextInt(5) == 0 ? "(" + text + ")" : text;
  }

  private static String join(
      Random spelling, List<RandomCondition> operands, String word, int level) {
    StringBuilder text = new StringBuilder();
    for (RandomCondition operand : operands) {
      if (!text.isEmpty()) {
        text.append(space(spelling)).append(word(spelling, word)).append(space(spelling));
      }
      text.append(operand.write(spelling, level));
    }
    return text.toString();
  }

  record And(List<RandomCondition> operands) implements RandomCondition {
    @Override
    public @Nullable Boolean valueOn(SampleLine line) {
      boolean anyUnknown = false;
      for (RandomCondition operand : operands) {
        Boolean value = operand.valueOn(line);
        if (value == null) {
          anyUnknown = true;
        } else if (!value) {
          return false;
        }
      }
      return anyUnknown ? null : Boolean.TRUE;
    }

    @Override
    public String write(Random spelling, int level) {
      return group(spelling, level > 1, join(spelling, operands, "and", 1));
    }
  }

  record Or(List<RandomCondition> operands) implements RandomCondition {
    @Override
    public @Nullable Boolean valueOn(SampleLine line) {
      boolean anyUnknown = false;
      for (RandomCondition operand : operands) {
        Boolean value = operand.valueOn(line);
        if (value == null) {
          anyUnknown = true;
        } else if (value) {
          return true;
        }
      }
      return anyUnknown ? null : Boolean.FALSE;
    }

    @Override
    public String write(Random spelling, int level) {
      return group(spelling, level > 0, join(spelling, operands, "or", 0));
    }
  }

  record Not(RandomCondition operand) implements RandomCondition {
    @Override
    public @Nullable Boolean valueOn(SampleLine line) {
      Boolean value = operand.valueOn(line);
      return value == null ? null : !value;
    }

    @Override
    public String write(Random spelling, int level) {
      return group(
          spelling, false, word(spelling, "not") + space(spelling) + operand.write(spelling, 2));
    }
  }

  /** A relation of a field, or a constant. */
  record Relation(LogField field, String verb, List<Object> values) implements RandomCondition {
    @Override
    public @Nullable Boolean valueOn(SampleLine line) {
      return RandomRelation.valueOn(this, line.value(field));
    }

    @Override
    public String write(Random spelling, int level) {
      return group(spelling, false, RandomRelation.write(this, spelling));
    }
  }
}
