package dev.burnline.serve.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The values that are set, and the defaults of the others. */
record Values(Map<Setting, String> set) {

  Values {
    set = Map.copyOf(set);
  }

  /** Returns a text; empty when it is not set and has no default. */
  Optional<String> text(Setting setting) {
    String value = set.getOrDefault(setting, setting.builtIn());
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  long whole(Setting setting) {
    return Long.parseLong(set.getOrDefault(setting, setting.builtIn()));
  }

  int count(Setting setting) {
    return Math.toIntExact(whole(setting));
  }

  Duration seconds(Setting setting) {
    return Duration.ofSeconds(whole(setting));
  }
}
