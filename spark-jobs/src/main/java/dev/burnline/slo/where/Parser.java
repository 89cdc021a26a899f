package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a condition by recursive descent.
 *
 * <pre>
 * condition   = conjunction { "or" conjunction }
 * conjunction = negation { "and" negation }
 * negation    = "not" negation | "(" condition ")" | "true" | "false" | relation
 * relation    = field ( operator value | ["not"] "in" "(" value {"," value} ")" | "is" ["not"] "null" )
 * </pre>
 *
 * <p>In canonical texts, {@code "(" condition ")"} may be followed by {@code is not true}.
 */
final class Parser {

  /** A hostile file must not overflow the stack. */
  private static final int DEEPEST_NESTING = 200;

  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "in", "is", "null", "true", "false");

  private final List<Token> tokens;
  private final Syntax syntax;
  private int next;
  private int depth;

  /** What may be written. */
  enum Syntax {
    /** The language of SLO files. */
    WRITTEN,
    /** That, and what {@link Expression#text} alone writes. */
    CANONICAL
  }

  private Parser(List<Token> tokens, Syntax syntax) {
    this.tokens = tokens;
    this.syntax = syntax;
  }

  static Expression parse(String text, Syntax syntax) throws WhereException {
    Parser parser = new Parser(Lexer.tokens(text), syntax);
    if (parser.peek().kind() == Token.Kind.END) {
      throw new WhereException(1, "the condition is empty");
    }
    Expression condition = parser.condition();
    Token rest = parser.peek();
    if (rest.kind() != Token.Kind.END) {
      throw new WhereException(
          rest.position(), "expected 'and', 'or' or the end, found " + rest.found());
    }
    return condition;
  }

  private Expression condition() throws WhereException {
    List<Expression> operands = new ArrayList<>(List.of(conjunction()));
    while (takeWord("or")) {
      operands.add(conjunction());
    }
    return Junction.of(Junction.Kind.OR, operands);
  }

  private Expression conjunction() throws WhereException {
    List<Expression> operands = new ArrayList<>(List.of(negation()));
    while (takeWord("and")) {
      operands.add(negation());
    }
    return Junction.of(Junction.Kind.AND, operands);
  }

  private Expression negation() throws WhereException {
    Token start = peek();
    if (takeWord("not")) {
      descend(start);
      Expression operand = negation();
      depth--;
      return new Negation(operand);
    }
    if (takeSign("(")) {
      descend(start);
      Expression inner = condition();
      depth--;
      expectSign(")", "closing parenthesis ')'");
      if (syntax == Syntax.CANONICAL && takeWord("is")) {
        expectWord("not");
        expectWord("true");
        return new Untrue(inner);
      }
      return inner;
    }
    if (takeWord("true")) {
      return new Constant(true);
    }
    if (takeWord("false")) {
      return new Constant(false);
    }
    return relation();
  }

  private Expression relation() throws WhereException {
    Token name = take();
    if (name.kind() != Token.Kind.WORD || KEYWORDS.contains(name.lowerCase())) {
      throw new WhereException(name.position(), "expected a field, found " + name.found());
    }
    LogField field = FieldTypes.field(name);
    Token verb = take();
    var operator = Operator.ofSign(verb.kind() == Token.Kind.SIGN ? verb.text() : "");
    if (operator.isPresent()) {
      FieldTypes.checkOrder(field, operator.get(), verb);
      return new Comparison(field, operator.get(), FieldTypes.literal(field, take()));
    }
    if (verb.isWord("is")) {
      boolean negated = takeWord("not");
      expectWord("null");
      return negated ? new Negation(new Absence(field)) : new Absence(field);
    }
    if (verb.isWord("not")) {
      expectWord("in");
      return new Negation(new Membership(field, list(field)));
    }
    if (verb.isWord("in")) {
      return new Membership(field, list(field));
    }
    throw new WhereException(
        verb.position(),
        "expected an operator, 'in', 'not in' or 'is' after '%s', found %s"
            .formatted(field.key(), verb.found()));
  }

  private List<Literal> list(LogField field) throws WhereException {
    expectSign("(", "'(' and the values");
    List<Literal> values = new ArrayList<>();
    do {
      values.add(FieldTypes.literal(field, take()));
    } while (takeSign(","));
    expectSign(")", "',' or ')'");
    return values;
  }

  private void descend(Token at) throws WhereException {
    depth++;
    if (depth > DEEPEST_NESTING) {
      throw new WhereException(
          at.position(), "nested more than %d levels deep".formatted(DEEPEST_NESTING));
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  private boolean takeWord(String word) {
    boolean found = peek().isWord(word);
    if (found) {
      next++;
    }
    return found;
  }

  private boolean takeSign(String sign) {
    boolean found = peek().isSign(sign);
    if (found) {
      next++;
    }
    return found;
  }

  private void expectWord(String word) throws WhereException {
    if (!takeWord(word)) {
      throw new WhereException(
          peek().position(), "expected '%s', found %s".formatted(word, peek().found()));
    }
  }

  private void expectSign(String sign, String called) throws WhereException {
    if (!takeSign(sign)) {
      throw new WhereException(
          peek().position(), "expected %s, found %s".formatted(called, peek().found()));
    }
  }
}
