package dev.burnline.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code slo.yaml} keeps the rules of OpenSLO v1 that need no evaluation. */
class SampleObjectivesTest {

  private static final Path FILE =
      Path.of(
          Objects.requireNonNullElse(System.getProperty("burnline.root"), ".."),
          "sample-logs/slo.yaml");

  @Test
  void documents_have_a_version_a_kind_and_a_name_of_host_name_form() throws IOException {
    for (Map<?, ?> document : documents()) {
      assertThat(document.get("apiVersion")).isEqualTo("openslo/v1");
      assertThat(document.get("kind")).isIn("Service", "SLO");
      assertThat(name(document)).matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    }
  }

  @Test
  void every_objective_names_a_service_of_the_file_and_no_policy_outside_it() throws IOException {
    List<String> services = new ArrayList<>();
    List<String> objectives = new ArrayList<>();
    for (Map<?, ?> document : documents()) {
      if (document.get("kind").equals("Service")) {
        services.add(name(document));
      } else {
        objectives.add(name(document));
        Map<?, ?> spec = (Map<?, ?>) document.get("spec");
        assertThat(services).contains(String.valueOf(spec.get("service")));
        assertThat(spec.containsKey("alertPolicies")).isFalse();
      }
    }
    assertThat(objectives).containsExactly("llm-availability", "llm-latency");
  }

  private static String name(Map<?, ?> document) {
    return String.valueOf(((Map<?, ?>) document.get("metadata")).get("name"));
  }

  private static List<Map<?, ?>> documents() throws IOException {
    Load load = new Load(LoadSettings.builder().build());
    List<Map<?, ?>> documents = new ArrayList<>();
    for (Object document : load.loadAllFromString(Files.readString(FILE))) {
      documents.add((Map<?, ?>) document);
    }
    return documents;
  }
}
