package dev.burnline.serve.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads API keys, {@code KEY} or {@code TENANT=KEY} each. No message ever shows one. */
final class ApiKeysReader {

  /** A key is what may stand after {@code Bearer}, and long enough not to be guessed. */
  private static final Pattern ENTRY =
      Pattern.compile("(?:([A-Za-z0-9][A-Za-z0-9._-]{0,63})=)?([A-Za-z0-9._~+/-]{8,512}=*)");

  private static final Set<PosixFilePermission> OWNERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final List<String> problems;
  private final Map<String, String> tenantsByKey = new LinkedHashMap<>();

  ApiKeysReader(List<String> problems) {
    this.problems = problems;
  }

  void addFile(Path file) {
    try {
      PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (posix != null && !OWNERS.containsAll(posix.readAttributes().permissions())) {
        problems.add("%s: only its owner may be able to read it (chmod 600)".formatted(file));
        return;
      }
      int before = tenantsByKey.size();
      List<String> lines = Files.readAllLines(file);
      for (int line = 0; line < lines.size(); line++) {
        String entry = lines.get(line).strip();
        if (!entry.isEmpty() && !entry.startsWith("#")) {
          add(entry, file + ":" + (line + 1));
        }
      }
      if (tenantsByKey.size() == before) {
        problems.add("%s: has no API key".formatted(file));
      }
    } catch (IOException e) {
      problems.add(
          "%s: API keys cannot be read (%s)".formatted(file, e.getClass().getSimpleName()));
    }
  }

  void addVariable(String name, String value) {
    List<String> entries = new ArrayList<>(List.of(value.split(",", -1)));
    entries.replaceAll(String::strip);
    entries.removeIf(String::isEmpty);
    if (entries.isEmpty()) {
      problems.add("%s: has no API key".formatted(name));
    }
    for (int entry = 0; entry < entries.size(); entry++) {
      add(entries.get(entry), "%s, entry %d".formatted(name, entry + 1));
    }
  }

  ApiKeys keys() {
    return ApiKeys.of(tenantsByKey);
  }

  private void add(String entry, String where) {
    Matcher parts = ENTRY.matcher(entry);
    if (!parts.matches()) {
      problems.add(
          "%s: an API key must be KEY or TENANT=KEY, KEY of 8 to 512 letters, digits or ._~+/-"
              .formatted(where));
      return;
    }
    String tenant = parts.group(1) == null ? "" : parts.group(1);
    if (tenantsByKey.put(parts.group(2), tenant) != null) {
      problems.add("%s: the API key stands there twice".formatted(where));
    }
  }
}
