package dev.burnline.serve.settings;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the settings together: options win over the file, the file over the defaults. */
public final class SettingsReader {

  /** More API keys, separated by commas. */
  public static final String KEYS_VARIABLE = "BURNLINE_API_KEYS";

  private final Map<String, String> environment;

  /** Makes a reader that takes API keys from this environment. */
  public SettingsReader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Reads the settings.
   *
   * @param file a settings file; null for none
   * @param options what the command line says; may be empty
   * @throws SettingsException with all problems, each as place, key and value
   */
  public ServeSettings read(@Nullable Path file, Map<Setting, String> options)
      throws SettingsException {
    requireNonNull(options, "options is null");
    List<String> problems = new ArrayList<>();
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    if (file != null) {
      new SettingsFile(file, problems)
          .read()
          .forEach(
              (setting, entry) ->
                  put(
                      values,
                      setting,
                      entry.value(),
                      entry.where() + ": " + setting.key(),
                      problems));
    }
    options.forEach(
        (setting, value) -> put(values, setting, value, "--" + setting.key() + ":", problems));
    Values all = new Values(values);
    ApiKeys keys = keys(all.text(Setting.API_KEYS), problems);
    long most = all.whole(Setting.MAX_TOKENS);
    if (values.containsKey(Setting.DEFAULT_MAX_TOKENS)
        && all.whole(Setting.DEFAULT_MAX_TOKENS) > most) {
      problems.add(
          "default-max-tokens must not be above max-tokens, got %d and %d"
              .formatted(all.whole(Setting.DEFAULT_MAX_TOKENS), most));
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return ServeSettings.of(all, keys);
  }

  private static void put(
      Map<Setting, String> values,
      Setting setting,
      String value,
      String where,
      List<String> problems) {
    Optional<String> problem = setting.type().problem(value);
    if (problem.isPresent()) {
      problems.add("%s %s, got '%s'".formatted(where, problem.get(), shown(value)));
      values.remove(setting);
    } else {
      values.put(setting, value);
    }
  }

  private ApiKeys keys(Optional<String> file, List<String> problems) {
    ApiKeysReader reader = new ApiKeysReader(problems);
    file.ifPresent(name -> reader.addFile(Path.of(name)));
    String variable = environment.get(KEYS_VARIABLE);
    if (variable != null) {
      reader.addVariable(KEYS_VARIABLE, variable);
    }
    return reader.keys();
  }

  private static String shown(String value) {
    String line = value.replaceAll("\\p{Cntrl}", "?");
    return line.length() > 100 ? line.substring(0, 100) + "..." : line;
  }
}
