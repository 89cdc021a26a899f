package dev.burnline.serve.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String problems(Path file, Map<Setting, String> options, Map<String, String> env) {
    SettingsException problem =
        catchThrowableOfType(
            SettingsException.class, () -> new SettingsReader(env).read(file, options));
    return String.valueOf(problem.getMessage());
  }

  @Test
  void withoutAnythingTheDefaultsHold() throws Exception {
    ServeSettings settings = new SettingsReader(Map.of()).read(null, Map.of());
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(7860);
    assertThat(settings.model()).isEmpty();
    assertThat(settings.keys().areNeeded()).isFalse();
    assertThat(settings.limits()).isEqualTo(Limits.DEFAULT);
  }

  @Test
  void optionsWinOverTheFileAndTheFileOverTheDefaults() throws Exception {
    Path yaml = file("s.yaml", "# mine\nport: 9000\nqueue-seconds: 5\nhost: 0.0.0.0\n");
    ServeSettings settings = new SettingsReader(Map.of()).read(yaml, Map.of(Setting.PORT, "9001"));
    assertThat(settings.port()).isEqualTo(9001);
    assertThat(settings.host()).isEqualTo("0.0.0.0");
    assertThat(settings.limits().queueTime()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aFileMayBeJson() throws Exception {
    Path json = file("s.json", "{\n\t\"port\": 9000,\n\t\"log-dir\": \"/tmp/x\"\n}\n");
    ServeSettings settings = new SettingsReader(Map.of()).read(json, Map.of());
    assertThat(settings.port()).isEqualTo(9000);
    assertThat(settings.log().folder()).isEqualTo(Path.of("/tmp/x"));
  }

  @Test
  void allProblemsAreToldWithPlaceKeyAndValue() throws Exception {
    Path yaml = file("s.yaml", "port: 70000\nprot: 1\nhost: [a]\nmax-batch: \"x\"\nport: 1\n");
    assertThat(problems(yaml, Map.of(Setting.QUEUE_LENGTH, "-1"), Map.of()))
        .contains("s.yaml:1: port must be a whole number in 0..65535, got '70000'")
        .contains("s.yaml:2: unknown key 'prot'; the keys are model, ")
        .contains("s.yaml:3: host must be one value")
        .contains("s.yaml:4: max-batch must be a whole number in 1..4096, got 'x'")
        .contains("s.yaml:5: port stands there twice")
        .contains("--queue-length: must be a whole number in 0..1000000, got '-1'");
  }

  @Test
  void aFileThatIsNoMappingOrMissingIsTold() throws Exception {
    assertThat(problems(file("a.yaml", "- 1\n"), Map.of(), Map.of()))
        .endsWith("a.yaml: must be a mapping of keys to values");
    assertThat(problems(file("b.yaml", "a: [\n"), Map.of(), Map.of())).contains("b.yaml:2: ");
    assertThat(problems(folder.resolve("none"), Map.of(), Map.of()))
        .endsWith("none: there is no such file");
  }

  @Test
  void keysComeFromFileAndEnvironmentAndAreNeverShown() throws Exception {
    Path keys = file("keys", "# people\nteam-a=first-secret-1\n\nsecond-secret-2\n");
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
    ServeSettings settings =
        new SettingsReader(Map.of("BURNLINE_API_KEYS", "team-b=third-secret-3"))
            .read(null, Map.of(Setting.API_KEYS, keys.toString()));
    assertThat(settings.keys().tenants()).containsExactlyInAnyOrder("team-a", "team-b");
    assertThat(settings.keys().caller("second-secret-2")).contains(ApiKeys.Caller.ANYBODY);
    assertThat(settings.keys().caller("secret")).isEmpty();
    assertThat(settings.toString()).contains("3 keys").doesNotContain("secret");
  }

  @Test
  void keysThatAreOpenToOthersOrUnusableAreToldWithoutShowingThem() throws Exception {
    Path open = file("open", "long-enough-secret\n");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(problems(null, Map.of(Setting.API_KEYS, open.toString()), Map.of()))
        .endsWith("open: only its owner may be able to read it (chmod 600)");
    assertThat(problems(null, Map.of(), Map.of("BURNLINE_API_KEYS", "good-secret-1,bad secret")))
        .contains("BURNLINE_API_KEYS, entry 2: an API key must be")
        .doesNotContain("secret");
    assertThat(problems(null, Map.of(), Map.of("BURNLINE_API_KEYS", ", ")))
        .isEqualTo("BURNLINE_API_KEYS: has no API key");
  }
}
