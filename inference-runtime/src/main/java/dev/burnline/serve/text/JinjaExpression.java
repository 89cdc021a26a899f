package dev.burnline.serve.text;

import dev.burnline.serve.text.JinjaValue.Fields;
import dev.burnline.serve.text.JinjaValue.Flag;
import dev.burnline.serve.text.JinjaValue.Message;
import dev.burnline.serve.text.JinjaValue.Sole;
import dev.burnline.serve.text.JinjaValue.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the value of an expression as far as it is known; what is not understood is unknown. */
final class JinjaExpression {

  private static final Set<String> ARITHMETIC = Set.of("-", "*", "/", "%");
  private static final Set<String> ORDER = Set.of("<", ">", "<=", ">=", "in");

  private final JinjaTokens tokens;
  private final Map<String, JinjaValue> variables;
  private final boolean systemSpeaks;

  private JinjaExpression(
      JinjaTokens tokens, Map<String, JinjaValue> variables, boolean systemSpeaks) {
    this.tokens = tokens;
    this.variables = variables;
    this.systemSpeaks = systemSpeaks;
  }

  /**
   * Returns the value of an expression.
   *
   * @param variables values by name; a name with a dot is a field of a namespace or of the loop
   * @param systemSpeaks whether the first message is of the system
   */
  static JinjaValue value(String source, Map<String, JinjaValue> variables, boolean systemSpeaks) {
    JinjaTokens tokens = JinjaTokens.of(source);
    JinjaExpression expression = new JinjaExpression(tokens, variables, systemSpeaks);
    JinjaValue value = expression.choice();
    return tokens.peek().isEmpty() ? value : Sole.UNKNOWN;
  }

  private JinjaValue choice() {
    JinjaValue value = or();
    if (!tokens.accept("if")) {
      return value;
    }
    Boolean holds = or().holds();
    JinjaValue other = tokens.accept("else") ? choice() : Sole.UNDEFINED;
    return holds == null ? Sole.UNKNOWN : holds ? value : other;
  }

  private JinjaValue or() {
    JinjaValue left = and();
    while (tokens.accept("or")) {
      JinjaValue right = and();
      Boolean holds = left.holds();
      if (holds == null) {
        left = Boolean.TRUE.equals(right.holds()) ? new Flag(true) : Sole.UNKNOWN;
      } else {
        left = holds ? left : right;
      }
    }
    return left;
  }

  private JinjaValue and() {
    JinjaValue left = not();
    while (tokens.accept("and")) {
      JinjaValue right = not();
      Boolean holds = left.holds();
      if (holds == null) {
        left = Boolean.FALSE.equals(right.holds()) ? new Flag(false) : Sole.UNKNOWN;
      } else {
        left = holds ? right : left;
      }
    }
    return left;
  }

  private JinjaValue not() {
    return tokens.accept("not") ? JinjaValue.flag(opposite(not().holds())) : comparison();
  }

  private JinjaValue comparison() {
    JinjaValue left = sum();
    while (true) {
      if (tokens.accept("==")) {
        left = JinjaValue.flag(JinjaValue.equal(left, sum()));
      } else if (tokens.accept("!=")) {
        left = JinjaValue.flag(opposite(JinjaValue.equal(left, sum())));
      } else if (tokens.accept("is")) {
        boolean not = tokens.accept("not");
        Boolean holds = test(left, tokens.take());
        left = JinjaValue.flag(not ? opposite(holds) : holds);
      } else if (ORDER.contains(tokens.peek()) || tokens.peek().equals("not")) {
        tokens.take();
        tokens.accept("in");
        sum();
        left = Sole.UNKNOWN;
      } else {
        return left;
      }
    }
  }

  private static @Nullable Boolean test(JinjaValue value, String name) {
    if (value == Sole.UNKNOWN) {
      return null;
    }
    return switch (name) {
      // Some give "none" for what others do not define.
      case "defined" -> value == Sole.NONE ? null : Boolean.valueOf(value != Sole.UNDEFINED);
      case "undefined" -> value == Sole.NONE ? null : Boolean.valueOf(value == Sole.UNDEFINED);
      case "none" -> value == Sole.NONE;
      case "string" -> value instanceof Text;
      case "mapping" -> value instanceof Message;
      case "iterable", "sequence" -> value == Sole.NONE ? Boolean.FALSE : null;
      default -> null;
    };
  }

  private JinjaValue sum() {
    JinjaValue left = part();
    while (true) {
      if (tokens.accept("+") || tokens.accept("~")) {
        left = JinjaValue.text(left.written() + part().written());
      } else if (ARITHMETIC.contains(tokens.peek())) {
        tokens.take();
        part();
        left = Sole.UNKNOWN;
      } else {
        return left;
      }
    }
  }

  private JinjaValue part() {
    JinjaValue value = primary();
    while (true) {
      if (tokens.accept("|")) {
        String name = tokens.take();
        value = changed(value, name, tokens.accept("(") && tokens.skip());
      } else if (tokens.accept(".")) {
        String name = tokens.take();
        value = tokens.accept("(") ? changed(value, name, tokens.skip()) : field(value, name);
      } else if (tokens.accept("[")) {
        value = element(value);
      } else if (tokens.accept("(")) {
        tokens.skip();
        value = Sole.UNKNOWN;
      } else {
        return value;
      }
    }
  }

  private JinjaValue element(JinjaValue value) {
    String index = tokens.take();
    if (tokens.accept("]")) {
      return JinjaTokens.isLiteral(index)
          ? field(value, JinjaLiteral.text(index))
          : value == Sole.MESSAGES && index.equals("0") ? new Message(true) : Sole.UNKNOWN;
    }
    boolean rest = index.equals("1") && tokens.accept(":") && tokens.peek().equals("]");
    if (JinjaTokens.isBracket(index)) {
      tokens.back();
    }
    tokens.skip();
    return rest && value == Sole.MESSAGES ? Sole.OTHER_MESSAGES : Sole.UNKNOWN;
  }

  private JinjaValue field(JinjaValue value, String name) {
    if (value instanceof Message message) {
      boolean system = message.first() && systemSpeaks;
      return switch (name) {
        case "role" -> new Text(system ? "system" : String.valueOf(JinjaValue.ROLE));
        case "content" -> new Text(String.valueOf(JinjaValue.GIVEN));
        default -> Sole.UNKNOWN;
      };
    }
    return Sole.UNKNOWN;
  }

  /** Returns what a filter or method makes of a value. */
  private static JinjaValue changed(JinjaValue value, String name, boolean withArguments) {
    if (value instanceof Text text && !withArguments) {
      return switch (name) {
        case "trim", "strip" -> new Text(text.text().strip());
        case "lstrip" -> new Text(text.text().stripLeading());
        case "rstrip" -> new Text(text.text().stripTrailing());
        case "string", "safe" -> text;
        default -> Sole.UNKNOWN;
      };
    }
    return Sole.UNKNOWN;
  }

  private JinjaValue primary() {
    String token = tokens.take();
    if (token.equals("(")) {
      JinjaValue value = choice();
      if (tokens.accept(")")) {
        return value;
      }
      tokens.skip();
      return Sole.UNKNOWN;
    } else if (token.equals("[") || token.equals("{")) {
      tokens.skip();
      return Sole.UNKNOWN;
    } else if (JinjaTokens.isLiteral(token)) {
      StringBuilder text = new StringBuilder(JinjaLiteral.text(token));
      while (JinjaTokens.isLiteral(tokens.peek())) {
        text.append(JinjaLiteral.text(tokens.take()));
      }
      return JinjaValue.text(text.toString());
    } else if (token.matches("\\d{1,9}")) {
      return new JinjaValue.Whole(Integer.parseInt(token));
    }
    return named(token);
  }

  private JinjaValue named(String name) {
    switch (name) {
      case "true", "True" -> {
        return new Flag(true);
      }
      case "false", "False" -> {
        return new Flag(false);
      }
      case "none", "None" -> {
        return Sole.NONE;
      }
      default -> {}
    }
    if (name.equals("namespace") && tokens.accept("(")) {
      return fields();
    } else if (name.equals("raise_exception") && tokens.accept("(")) {
      tokens.skip();
      return new Text("");
    }
    if (tokens.peek().equals(".")) {
      JinjaValue field = variables.get(name + "." + tokens.afterNext());
      if (field != null) {
        tokens.take();
        tokens.take();
        return field;
      }
    }
    return variables.getOrDefault(name, Sole.UNKNOWN);
  }

  private JinjaValue fields() {
    Map<String, JinjaValue> values = new HashMap<>();
    while (!tokens.accept(")") && !tokens.peek().isEmpty()) {
      String name = tokens.take();
      if (!tokens.accept("=")) {
        tokens.skip();
        return Sole.UNKNOWN;
      }
      values.put(name, choice());
      tokens.accept(",");
    }
    return new Fields(values);
  }

  private static @Nullable Boolean opposite(@Nullable Boolean holds) {
    return holds == null ? null : Boolean.valueOf(!holds);
  }
}
