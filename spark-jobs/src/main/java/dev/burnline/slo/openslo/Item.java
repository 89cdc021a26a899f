package dev.burnline.slo.openslo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a document, with its path. Every reading method lists a problem and returns empty when
 * the value is of another type.
 */
record Item(Document document, String path, Node node) {

  private static final int LONGEST_SHOWN = 80;

  Item at(String field, Node value) {
    return new Item(document, path.isEmpty() ? field : path + "." + field, value);
  }

  Item at(int index, Node value) {
    return new Item(document, path + "[" + index + "]", value);
  }

  boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Returns the fields of a mapping. */
  Optional<Fields> fields() {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new Fields(this, mapping));
    }
    problem("must be a mapping");
    return Optional.empty();
  }

  /** Returns the values of a list. */
  Optional<List<Item>> items() {
    if (node instanceof SequenceNode list) {
      List<Item> items = new ArrayList<>();
      for (Node each : list.getValue()) {
        items.add(at(items.size(), each));
      }
      return Optional.of(items);
    }
    problem("must be a list");
    return Optional.empty();
  }

  /** Returns a text that is not blank. */
  Optional<String> text() {
    if (!(node instanceof ScalarNode scalar) || !node.getTag().equals(Tag.STR)) {
      problem("must be a text");
      return Optional.empty();
    }
    if (scalar.getValue().isBlank()) {
      problem("must not be blank");
      return Optional.empty();
    }
    return Optional.of(scalar.getValue());
  }

  /** Returns a text or a number or a flag as it is written. */
  Optional<String> written() {
    if (node instanceof ScalarNode scalar && !isNull()) {
      return Optional.of(scalar.getValue());
    }
    problem("must be a text");
    return Optional.empty();
  }

  /** Returns a finite number. */
  Optional<BigDecimal> decimal() {
    boolean isNumber = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
    if (!isNumber || !(node instanceof ScalarNode scalar)) {
      problem("must be a number");
      return Optional.empty();
    }
    return Decimals.parse(scalar.getValue())
        .or(
            () -> {
              problem("must be a finite number");
              return Optional.empty();
            });
  }

  /** Returns a text that is one of these. */
  Optional<String> oneOf(List<String> allowed) {
    Optional<String> found = written().filter(allowed::contains);
    if (found.isEmpty() && node instanceof ScalarNode && !isNull()) {
      problem("must be one of %s".formatted(String.join(", ", allowed)));
    }
    return found;
  }

  /** Returns true or false. */
  Optional<Boolean> flag() {
    if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)) {
      return Optional.of(scalar.getValue().equalsIgnoreCase("true"));
    }
    problem("must be true or false");
    return Optional.empty();
  }

  /** Lists a problem of this value. */
  void problem(String what) {
    document.findings().problem(place(), what, shown());
  }

  /** Lists a problem where showing the value says nothing. */
  void problemWithoutValue(String what) {
    document.findings().problem(place(), what, "");
  }

  /** Lists something to know about this value. */
  void notice(String what) {
    document.findings().notice(place(), what, "");
  }

  Findings.Place place() {
    return new Findings.Place(document.file(), document.subject(), path, node.getStartMark());
  }

  private String shown() {
    if (!(node instanceof ScalarNode scalar)) {
      return isList() ? "a list" : "a mapping";
    }
    String value = scalar.getValue();
    if (isNull()) {
      return "nothing";
    }
    String start =
        value.codePointCount(0, value.length()) > LONGEST_SHOWN
            ? value.substring(0, value.offsetByCodePoints(0, LONGEST_SHOWN)) + "…"
            : value;
    return node.getTag().equals(Tag.STR) ? "'" + start + "'" : start;
  }
}
