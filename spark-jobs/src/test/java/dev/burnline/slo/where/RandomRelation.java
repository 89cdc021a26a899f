package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import dev.burnline.slo.where.RandomCondition.Relation;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The relations of {@link RandomCondition}, over few fields and values so that they often meet. */
final class RandomRelation {

  private static final List<String> TEXTS = List.of("a", "b", "", "it's", "B");
  private static final List<Double> NUMBERS = List.of(0.0, 1.0, 2.5, 1e3, 1e300);
  private static final List<Double> FLAGS = List.of(0.0, 1.0);
  private static final List<LogField> FIELDS =
      List.of(LogField.STATUS, LogField.ERROR_TYPE, LogField.DURATION_MS, LogField.STREAM);

  private RandomRelation() {}

  static Relation make(Random random) {
    LogField field = pick(random, FIELDS);
    List<String> verbs =
        field == LogField.STREAM
            ? List.of("=", "<>", "in", "not in", "is null", "is not null")
            : List.of("=", "<>", "<", "<=", ">", ">=", "in", "not in", "is null", "is not null");
    String verb = pick(random, verbs);
    int count = verb.startsWith("is") ? 0 : verb.endsWith("in") ? 1 + random.nextInt(3) : 1;
    return new Relation(
        field, verb, IntStream.range(0, count).mapToObj(i -> value(random, field)).toList());
  }

  static SampleLine line(Random random) {
    SampleLine line = SampleLine.empty();
    for (LogField field : FIELDS) {
      if (random.nextInt(3) > 0) {
        Object value = value(random, field);
        if (value instanceof String text) {
          line.with(field, text);
        } else {
          line.with(field, (double) value);
        }
      }
    }
    return line;
  }

  private static Object value(Random random, LogField field) {
    return switch (field.type()) {
      case TEXT -> pick(random, TEXTS);
      case NUMBER -> pick(random, NUMBERS);
      case FLAG -> pick(random, FLAGS);
      case TIME -> throw new IllegalArgumentException("times are not compared");
    };
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  static @Nullable Boolean valueOn(Relation relation, @Nullable Object found) {
    if (relation.values().isEmpty()) {
      return (found == null) == relation.verb().equals("is null");
    }
    if (found == null) {
      return null;
    }
    if (relation.verb().endsWith("in")) {
      return relation.values().contains(found) == relation.verb().equals("in");
    }
    Object value = relation.values().get(0);
    int order =
        found instanceof String text
            ? text.compareTo((String) value)
            : Double.compare((double) found, (double) value);
    return switch (relation.verb()) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  static String write(Relation relation, Random spelling) {
    String verb =
        relation.verb().chars().anyMatch(Character::isLetter)
            ? RandomCondition.space(spelling)
                + RandomCondition.word(spelling, relation.verb())
                    .replace(" ", RandomCondition.space(spelling))
            : spelling.nextBoolean() ? relation.verb() : " " + relation.verb() + " ";
    String values =
        relation.values().stream()
            .map(value -> write(relation.field(), value, spelling))
            .collect(Collectors.joining(spelling.nextBoolean() ? "," : " , "));
    if (relation.verb().endsWith("in")) {
      values = "(" + values + ")";
    }
    return RandomCondition.word(spelling, relation.field().key()) + verb + values;
  }

  private static String write(LogField field, Object value, Random spelling) {
    if (value instanceof String text) {
      return "'" + text.replace("'", "''") + "'";
    }
    double number = (double) value;
    if (field == LogField.STREAM) {
      return RandomCondition.word(spelling, number == 1 ? "true" : "false");
    }
    List<String> spellings =
        number == 0
            ? List.of("0", "-0", "0.0", "0e7")
            : List.of(
                String.valueOf(number), "+" + number, String.format(Locale.ROOT, "%.17e", number));
    return pick(spelling, spellings);
  }
}
