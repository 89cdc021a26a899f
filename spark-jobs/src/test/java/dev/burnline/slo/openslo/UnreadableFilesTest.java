package dev.burnline.slo.openslo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableFilesTest {

  private static List<String> problemsOf(Path... paths) {
    SloFileException problem =
        catchThrowableOfType(SloFileException.class, () -> SloFile.read(Arrays.asList(paths)));
    return problem.problems().stream().map(Problem::message).toList();
  }

  @Test
  void missingEmptyAndForeignFilesAreProblemsTogether(@TempDir Path folder) throws Exception {
    Path emptyFolder = Files.createDirectory(folder.resolve("empty"));
    Path missing = folder.resolve("missing.yaml");
    Path empty = Files.writeString(folder.resolve("empty.yaml"), "");
    Path latin =
        Files.write(folder.resolve("latin.yaml"), "kind: Ä".getBytes(StandardCharsets.ISO_8859_1));
    Path big = Files.write(folder.resolve("big.yaml"), new byte[(1 << 20) + 1]);

    assertThat(problemsOf(emptyFolder, missing, empty, latin, big))
        .containsExactlyInAnyOrder(
            emptyFolder + ": the folder has no *.yaml or *.yml file",
            missing + ": no such file or folder",
            empty + ": has no document",
            latin + ": is not valid UTF-8",
            big + ": is larger than an SLO file may be, 1048577 bytes of at most 1048576");
  }

  @Test
  void aFileOfCommentsOrEmptyDocumentsHasNoDocument() {
    assertThat(SloFiles.problems("# nothing\n", "---\n---\n"))
        .containsExactly("slo.yaml: has no document", "slo2.yaml: has no document");
  }

  @Test
  void brokenYamlIsAProblemBesideThoseOfTheDocumentsBeforeIt() {
    assertThat(SloFiles.problems("apiVersion: openslo/v1\n---\na: [1, 2\nb: }\n"))
        .containsExactly(
            "slo.yaml:1:1: document 1, kind: is missing",
            "slo.yaml:4:2: document 2: is not YAML: expected ',' or ']', but got :");
  }

  @Test
  void aDocumentThatIsNoMappingIsAProblem() {
    assertThat(SloFiles.problems("just text"))
        .containsExactly("slo.yaml:1:1: document 1: must be a mapping, got 'just text'");
  }

  @Test
  void deepNestingIsRefusedInsteadOfOverflowingTheStack() {
    assertThat(SloFiles.problems("a: " + "[".repeat(100_000)))
        .containsExactly("slo.yaml:1:53: document 1: is not YAML: nested more than 50 levels deep");
  }

  @Test
  void aBillionLaughsAreSeenOnce() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(SloFiles.problems(bomb.toString()))
        .containsExactly(
            "slo.yaml: is not YAML: Number of aliases for non-scalar nodes exceeds the specified"
                + " max=50");
  }

  @Test
  void aValueThatContainsItselfIsRefused() {
    assertThat(SloFiles.problems("spec: &me\n  - *me\n"))
        .containsExactly("slo.yaml:1:7: document 1, spec[0]: contains itself");
  }

  @Test
  void aKeyThatIsNoTextIsRefused() {
    assertThat(SloFiles.problems("? [a, b]\n: c\n"))
        .containsExactly("slo.yaml:1:3: document 1, ?: a key must be a text or a number");
  }

  @Test
  void messagesShowControlCharactersAndCutLongValues() {
    assertThat(
            SloFiles.problems(
                "apiVersion: \"\\e[31m" + "x".repeat(1000) + "\"\nkind: DataSource\n"))
        .contains(
            "slo.yaml:1:13: document 1 (DataSource), apiVersion: must be 'openslo/v1', got"
                + " '\\u001b[31m"
                + "x".repeat(75)
                + "…'");
  }

  @Test
  void aNameIsTakenOncePerKindOverAllFiles() {
    String service = "apiVersion: openslo/v1\nkind: Service\nmetadata: {name: chat}\n";

    assertThat(SloFiles.problems(service, service))
        .containsExactly(
            "slo2.yaml:1:1: document 1 (Service chat): the name is taken by document 1 of"
                + " slo.yaml");
  }

  @Test
  void thresholdsOfKeyIndicatorsAreChecked() {
    assertThat(
            SloFiles.problems(
                """
                apiVersion: openslo/v1
                kind: Service
                metadata:
                  name: chat
                  annotations:
                    burnline.dev/kpis:
                      - p95_latency_ms > 15000
                      - p95_latency_ms > 20000
                      - p95_latency > 15000
                      - error_rate >= 0.05
                      - error_rate > NaN
                      - 7
                """))
        .containsExactly(
            "slo.yaml:8:9: document 1 (Service chat), metadata.annotations.burnline.dev/kpis[1]:"
                + " 'p95_latency_ms' has two thresholds",
            "slo.yaml:9:9: document 1 (Service chat), metadata.annotations.burnline.dev/kpis[2]:"
                + " unknown indicator 'p95_latency', the nearest known one is 'p95_latency_ms'",
            "slo.yaml:10:9: document 1 (Service chat), metadata.annotations.burnline.dev/kpis[3]:"
                + " must read 'indicator > value' or 'indicator < value', for example"
                + " 'p95_latency_ms > 15000', got 'error_rate >= 0.05'",
            "slo.yaml:11:9: document 1 (Service chat), metadata.annotations.burnline.dev/kpis[4]:"
                + " the threshold must be a number, got 'NaN'",
            "slo.yaml:12:9: document 1 (Service chat), metadata.annotations.burnline.dev/kpis[5]:"
                + " must be a text, got 7");
  }
}
