package dev.burnline.deliver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file of {@code key = value} lines; {@code #} begins a comment line. A value is taken as it
 * stands, so that a password needs no escaping.
 */
final class ConfigFile {

  static final List<String> KEYS = List.of("smtp", "security", "from", "to", "user", "password");

  private ConfigFile() {}

  /**
   * The values by key.
   *
   * @throws IllegalArgumentException with every problem: unknown, repeated or malformed lines, a
   *     missing file, or a password that others than the owner could read
   */
  static Map<String, String> read(Path file) {
    Map<String, String> values = new HashMap<>();
    List<String> problems = new ArrayList<>();
    List<String> lines = linesOf(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String key = equals < 0 ? "" : line.substring(0, equals).strip();
      String where = file + ", line " + (i + 1) + ": ";
      if (!KEYS.contains(key)) {
        // The line itself may hold a secret, so it is not repeated.
        problems.add(where + "not one of " + String.join(", ", KEYS) + ", as 'key = value'");
      } else if (values.putIfAbsent(key, line.substring(equals + 1).strip()) != null) {
        problems.add(where + "'" + key + "' is set twice");
      }
    }
    if (values.containsKey("password")) {
      checkOwnerOnly(file, problems);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
    return Map.copyOf(values);
  }

  private static List<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + " does not exist", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** File systems without POSIX permissions are left to their own rules. */
  private static void checkOwnerOnly(Path file, List<String> problems) {
    try {
      Set<PosixFilePermission> others = Files.getPosixFilePermissions(file);
      String permissions = PosixFilePermissions.toString(others);
      if (others.stream()
          .anyMatch(
              EnumSet.complementOf(
                      EnumSet.of(
                          PosixFilePermission.OWNER_READ,
                          PosixFilePermission.OWNER_WRITE,
                          PosixFilePermission.OWNER_EXECUTE))
                  ::contains)) {
        problems.add(
            file
                + ": holds a password but is "
                + permissions
                + "; only its owner may read it: chmod 600 "
                + file);
      }
    } catch (UnsupportedOperationException e) {
      return;
    } catch (IOException e) {
      problems.add(file + ": its permissions cannot be read: " + e.getMessage());
    }
  }
}
