package dev.burnline.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Writes objects as JSON text in the many ways that mean the same. */
final class RandomJson {

  private final Random random;

  RandomJson(Random random) {
    this.random = random;
  }

  /** Returns one line; values are JSON already. */
  String object(Map<String, String> valueByKey) {
    List<String> members = new ArrayList<>();
    String space = random.nextInt(4) == 0 ? " " : "";
    valueByKey.forEach((key, value) -> members.add(key(key) + space + ":" + space + value));
    if (random.nextInt(5) == 0) {
      Collections.shuffle(members, random);
    }
    if (random.nextInt(40) == 0) {
      // The last of equal keys wins, so what comes first must not count.
      members.add(0, "\"timestamp\":\"yesterday\"");
      members.add(0, "\"duration_ms\":-1");
      if (!valueByKey.containsKey("duration_ms")) {
        members.add("\"duration_ms\":null");
      }
    }
    if (random.nextInt(10) == 0) {
      members.add(random.nextInt(members.size() + 1), unknownMember());
    }
    String separator = random.nextInt(4) == 0 ? ", " : random.nextInt(20) == 0 ? "\t,  " : ",";
    String padding = random.nextInt(20) == 0 ? "  " : "";
    return padding + "{" + padding + String.join(separator, members) + padding + "}" + padding;
  }

  private String key(String key) {
    return random.nextInt(100) == 0
        ? "\"\\u%04x%s\"".formatted((int) key.charAt(0), key.substring(1))
        : "\"" + key + "\"";
  }

  private String unknownMember() {
    return switch (random.nextInt(6)) {
      case 0 -> "\"extra\":{\"timestamp\":\"no\",\"duration_ms\":-1,\"deep\":[{\"a\":\"}\\\"]\"}]}";
      case 1 -> "\"tags\":[1,-2.5e-3,true,null,\"]\",{},[]]";
      case 2 -> "\"drift\":NaN";
      case 3 -> "\"limits\":[Infinity,-Infinity]";
      case 4 -> "\"\":\"\"";
      default -> "\"note\":" + text("duration_ms\":-1,\"" + random.nextInt(1000));
    };
  }

  /** Returns a JSON string, its characters escaped or not. */
  String text(String value) {
    boolean ascii = random.nextBoolean();
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '/' -> json.append(ascii ? "\\/" : "/");
        default -> {
          if (c < ' ' || (ascii && c > '~') || random.nextInt(200) == 0) {
            json.append("\\u%04x".formatted((int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }

  /** Returns a whole number in one of its forms. */
  String whole(long value) {
    return switch (random.nextInt(12)) {
      case 0 -> value + ".0";
      case 1 -> value + "e0";
      case 2 -> value == 0 ? "0E+9" : value + "00E-2";
      default -> Long.toString(value);
    };
  }

  /** Returns a number with up to 6 digits after the point in one of its forms. */
  String decimal(double value) {
    String plain = String.format(Locale.ROOT, "%.6f", value);
    return switch (random.nextInt(8)) {
      case 0 -> String.format(Locale.ROOT, "%.12e", value);
      case 1 -> String.format(Locale.ROOT, "%.0f", value);
      case 2 -> plain + "E+0";
      default -> plain;
    };
  }
}
