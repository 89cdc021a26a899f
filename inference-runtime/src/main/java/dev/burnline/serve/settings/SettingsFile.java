package dev.burnline.serve.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads a settings file: one mapping of keys to values, YAML or JSON. */
final class SettingsFile {

  private static final int MAX_BYTES = 1 << 20;

  private final Path file;
  private final List<String> problems;

  SettingsFile(Path file, List<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** A value and where it stands, for messages. */
  record Entry(String value, String where) {}

  Map<Setting, Entry> read() {
    Map<Setting, Entry> entries = new LinkedHashMap<>();
    Optional<Node> root = root();
    if (root.isPresent() && root.get() instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> add(tuple, entries));
    } else if (root.isPresent()) {
      problems.add("%s: must be a mapping of keys to values".formatted(file));
    }
    return entries;
  }

  private Optional<Node> root() {
    try {
      if (Files.size(file) > MAX_BYTES) {
        problems.add("%s: is longer than %d bytes".formatted(file, MAX_BYTES));
        return Optional.empty();
      }
      String text = Files.readString(file);
      return new Compose(LoadSettings.builder().setLabel(file.toString()).build())
          .composeString(text);
    } catch (NoSuchFileException e) {
      problems.add("%s: there is no such file".formatted(file));
    } catch (CharacterCodingException e) {
      problems.add("%s: is not UTF-8".formatted(file));
    } catch (IOException e) {
      problems.add("%s: cannot be read (%s)".formatted(file, e.getClass().getSimpleName()));
    } catch (MarkedYamlEngineException e) {
      problems.add("%s: %s".formatted(where(e.getProblemMark()), e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add("%s: is neither YAML nor JSON".formatted(file));
    }
    return Optional.empty();
  }

  private void add(NodeTuple tuple, Map<Setting, Entry> entries) {
    String where = where(tuple.getKeyNode().getStartMark());
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problems.add("%s: a key must be a text".formatted(where));
      return;
    }
    Optional<Setting> setting = Setting.of(key.getValue());
    if (setting.isEmpty()) {
      problems.add(
          "%s: unknown key '%s'; the keys are %s".formatted(where, key.getValue(), Setting.keys()));
    } else if (!(tuple.getValueNode() instanceof ScalarNode value)) {
      problems.add("%s: %s must be one value".formatted(where, key.getValue()));
    } else if (entries.putIfAbsent(setting.get(), new Entry(value.getValue(), where)) != null) {
      problems.add("%s: %s stands there twice".formatted(where, key.getValue()));
    }
  }

  private String where(Optional<Mark> mark) {
    return mark.map(at -> file + ":" + (at.getLine() + 1)).orElse(file.toString());
  }
}
