package dev.burnline.generate.incident;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a schedule of incidents:
 *
 * <pre>{@code
 * incidents:
 *   - pattern: cuda_oom
 *     service: DeepSeek-R1-Distill-Qwen-1.5B
 *     start: 2026-11-22T13:10:00Z     # or after the first day's start: P8DT13H10M
 *     duration: 12m                   # s, m, h, d or ISO-8601; the rest is optional
 *     intensity: 0.4
 *     requests_per_minute: 5
 * }</pre>
 */
public final class IncidentFile {

  private IncidentFile() {}

  /**
   * Reads the file; an incident that begins after the logs end is refused.
   *
   * @param start first moment of the logs
   * @param end first moment after them
   * @throws InvalidIncidents with every problem of the file
   */
  public static List<Incident> read(Path file, Instant start, Instant end) throws IOException {
    Object root;
    try (InputStream in = Files.newInputStream(file)) {
      root =
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromInputStream(in);
    } catch (YamlEngineException e) {
      throw new InvalidIncidents(List.of(file + ": not YAML: " + e.getMessage()));
    }
    if (!(root instanceof Map<?, ?> map)
        || map.size() != 1
        || !(map.get("incidents") instanceof List<?> list)) {
      throw new InvalidIncidents(List.of(file + ": expected one key 'incidents' with a list"));
    }
    List<String> problems = new ArrayList<>();
    List<Incident> incidents = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      IncidentEntry entry = new IncidentEntry(file + ": incidents[" + i + "]", problems);
      entry.read(list.get(i), start, end).ifPresent(incidents::add);
    }
    if (!problems.isEmpty()) {
      throw new InvalidIncidents(problems);
    }
    return incidents;
  }
}
