package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import dev.burnline.slo.spelling.KnownNames;

/** What may be compared with what. */
final class FieldTypes {

  private static final KnownNames COMPARABLE =
      KnownNames.of(
          LogField.ofRequests()
              .filter(field -> field.type() != LogField.Type.TIME)
              .map(LogField::key)
              .toList());

  private FieldTypes() {}

  /** Returns the field of this name. */
  static LogField field(Token name) throws WhereException {
    LogField field = LogField.ofKey(name.lowerCase()).orElse(null);
    if (field == null) {
      throw new WhereException(
          name.position(),
          "unknown field '%s', the nearest known one is '%s'"
              .formatted(name.text(), COMPARABLE.nearestTo(name.text())));
    }
    if (field.type() == LogField.Type.TIME) {
      throw new WhereException(
          name.position(),
          "'%s' is a time, and times cannot be used in a condition".formatted(field.key()));
    }
    return field;
  }

  /** Checks that the operator has a meaning for the field's type. */
  static void checkOrder(LogField field, Operator operator, Token at) throws WhereException {
    if (field.type() == LogField.Type.FLAG && !operator.isEquality()) {
      throw new WhereException(
          at.position(),
          "'%s' is true or false and has no order, use = or <> instead of %s"
              .formatted(field.key(), operator.sign()));
    }
  }

  /** Returns the token as a value of the field's type. */
  static Literal literal(LogField field, Token token) throws WhereException {
    Literal literal = literal(token);
    if (literal.type() != field.type()) {
      throw new WhereException(
          token.position(),
          "'%s' is %s and cannot be compared with %s"
              .formatted(field.key(), called(field.type()), token.found()));
    }
    return literal;
  }

  private static Literal literal(Token token) throws WhereException {
    if (token.kind() == Token.Kind.TEXT) {
      return new Literal.Text(token.text());
    }
    if (token.kind() == Token.Kind.NUMBER) {
      double value = Double.parseDouble(token.text());
      if (Double.isInfinite(value)) {
        throw new WhereException(token.position(), "number %s is too big".formatted(token.text()));
      }
      return new Literal.Amount(value);
    }
    if (token.isWord("true") || token.isWord("false")) {
      return new Literal.Flag(token.isWord("true"));
    }
    if (token.isWord("null")) {
      throw new WhereException(
          token.position(), "nothing compares with null, write 'is null' or 'is not null'");
    }
    String hint = token.kind() == Token.Kind.WORD ? ", text stands in single quotes" : "";
    throw new WhereException(
        token.position(), "expected a value, found %s%s".formatted(token.found(), hint));
  }

  private static String called(LogField.Type type) {
    return switch (type) {
      case TEXT -> "text";
      case NUMBER -> "a number";
      case FLAG -> "true or false";
      case TIME -> "a time";
    };
  }
}
