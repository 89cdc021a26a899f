package dev.burnline.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.render.template.Templates;
import dev.burnline.render.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  @Test
  void noTemplateTurnsEscapingOffOrReachesForJava() throws IOException {
    Path folder =
        Path.of(System.getProperty("burnline.root", ".."))
            .resolve("report-templates/src/main/resources/dev/burnline/render");
    List<Path> templates;
    try (var files = Files.list(folder)) {
      templates = files.filter(file -> file.toString().contains(".ftl")).toList();
    }

    assertThat(templates).hasSizeGreaterThan(4);
    for (Path template : templates) {
      assertThat(Files.readString(template))
          .as(template.toString())
          .doesNotContain("no_esc", "?api", "?new", "?eval", "?interpret", "noautoesc");
    }
  }

  @Test
  void aTemplateThatIsMissingIsNamed() {
    var templates = new Templates(new Words(Locale.ENGLISH, ZoneOffset.UTC));

    assertThatThrownBy(() -> templates.fill("nothing.ftlh", Map.of()))
        .hasMessage("template nothing.ftlh cannot be read");
    assertThatThrownBy(() -> templates.fill("page.ftlh", Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("template page.ftlh failed: ");
  }
}
