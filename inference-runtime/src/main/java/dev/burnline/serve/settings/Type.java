package dev.burnline.serve.settings;

import java.util.List;
import java.util.Optional;

/** Which values a setting may have. */
sealed interface Type {

  /** Returns the value's place holder on the help page. */
  String placeholder();

  /** Returns what is wrong with a value, as {@code must be …}; empty when it is right. */
  Optional<String> problem(String value);

  static Type text(String placeholder) {
    return new Text(placeholder);
  }

  static Type whole(long least, long most) {
    return new Whole(least, most);
  }

  static Type oneOf(String... words) {
    return new OneOf(List.of(words));
  }

  /** Any line of text but an empty one. */
  record Text(String placeholder) implements Type {

    @Override
    public Optional<String> problem(String value) {
      return value.isBlank() || value.chars().anyMatch(Character::isISOControl)
          ? Optional.of("must be a line of text")
          : Optional.empty();
    }
  }

  /** A whole number within bounds. */
  record Whole(long least, long most) implements Type {

    @Override
    public String placeholder() {
      return "N";
    }

    @Override
    public Optional<String> problem(String value) {
      return value.matches("[0-9]{1,18}")
              && Long.parseLong(value) >= least
              && Long.parseLong(value) <= most
          ? Optional.empty()
          : Optional.of("must be a whole number in %d..%d".formatted(least, most));
    }
  }

  /** One of some words. */
  record OneOf(List<String> words) implements Type {

    @Override
    public String placeholder() {
      return String.join("|", words);
    }

    @Override
    public Optional<String> problem(String value) {
      return words.contains(value)
          ? Optional.empty()
          : Optional.of("must be one of " + String.join(", ", words));
    }
  }
}
