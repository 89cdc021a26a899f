package dev.burnline.serve.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.burnline.serve.weights.WeightsFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void theCommandWritesAWholeFolderAndReplacesIt() throws Exception {
    Path model = folder.resolve("model");
    Path text = Files.writeString(folder.resolve("text.txt"), "To be or not to be. ".repeat(20));

    assertThat(run("--out", model.toString(), "--text", text.toString(), "--tokens", "1")).isZero();
    assertThat(out.toString())
        .startsWith("wrote " + model + ": 1.7 MB, 768 tokens learnt in ")
        .doesNotContain("unseen");
    assertThat(names(model))
        .containsExactlyInAnyOrder(
            "README.md",
            "SHA256SUMS",
            "config.json",
            "generation_config.json",
            "model.safetensors",
            "tokenizer.json",
            "tokenizer_config.json");
    WeightsFolder weights = WeightsFolder.open(model);
    assertThat(weights.sha256()).hasSize(64);
    assertThat(weights.tensors()).hasSize(50);
    assertThat(Files.readString(model.resolve("README.md")))
        .contains("burnline train-demo --text text.txt --tokens 1 --seed 1 --threads 1")
        .contains("822,016 parameters")
        .doesNotContain("What it can do");
    JsonNode config = new ObjectMapper().readTree(model.resolve("config.json").toFile());
    assertThat(config.path("tie_word_embeddings").booleanValue()).isTrue();

    byte[] first = Files.readAllBytes(model.resolve("model.safetensors"));
    String[] again = {"--out", model.toString(), "--text", text.toString(), "--tokens", "1"};
    assertThat(run(again)).isZero();
    assertThat(model.resolve("model.safetensors")).hasBinaryContent(first);
    assertThat(names(folder)).containsExactlyInAnyOrder("model", "text.txt");
  }

  @Test
  void trainingGoesOnFromAnEarlierModel() throws Exception {
    String text = Files.writeString(folder.resolve("text.txt"), "la ".repeat(90)).toString();
    String first = folder.resolve("first").toString();
    String second = folder.resolve("second").toString();

    assertThat(run("--out", first, "--text", text, "--tokens", "4000")).isZero();
    assertThat(run("--out", second, "--from", first, "--text", text, "--tokens", "1")).isZero();

    assertThat(folder.resolve("second/README.md"))
        .content()
        .contains(
            """
                burnline train-demo --text text.txt --tokens 4000 --seed 1 --threads 1
                burnline train-demo --from first --text text.txt --tokens 1 --seed 1 --threads 1
            """)
        .contains("at the last step");
    assertThat(lossOf("second")).isLessThan(lossOf("first"));
    assertThat(run("--out", second, "--from", folder.toString(), "--tokens", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("--from: " + folder + ": holds neither model.safetensors");
  }

  @Test
  void aFolderThatHoldsSomethingElseIsLeftAsItIs() throws Exception {
    Path model = Files.createDirectory(folder.resolve("model"));
    Files.writeString(model.resolve("config.json"), "{\"model_type\":\"qwen2\"}");

    assertThat(run("--out", model.toString(), "--tokens", "1")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(
            "burnline train-demo: '" + model + "' is not a demo model and is left as it is;")
        .contains("it holds config.json");

    Files.writeString(model.resolve("config.json"), "{\"burnline_demo\":true}");
    Files.writeString(model.resolve("thesis.tex"), "years of work");
    assertThatThrownBy(() -> new DemoFolder(model).check())
        .hasMessageEndingWith("it holds thesis.tex");
    assertThat(names(model)).containsExactlyInAnyOrder("config.json", "thesis.tex");
  }

  @Test
  void wrongOptionsAreRefused() throws Exception {
    Path tiny = Files.writeString(folder.resolve("tiny.txt"), "too short");
    String model = folder.resolve("model").toString();

    assertThat(run("--out", model, "--tokens", "1", "--text", tiny.toString())).isEqualTo(2);
    assertThat(run("--out", model, "--tokens", "0")).isEqualTo(2);
    assertThat(run("--out", model, "--minutes", "-1")).isEqualTo(2);
    assertThat(run("--out", model, "--minutes", "1", "--tokens", "1")).isEqualTo(2);
    assertThat(run("--out", model, "--threads", "0")).isEqualTo(2);
    assertThat(run("--out", tiny.toString(), "--tokens", "1")).isEqualTo(2);
    assertThat(run("--out", model, "--text", model)).isEqualTo(3);
    assertThat(err.toString())
        .contains("tiny.txt' must have 193 to 268435456 bytes, but has 9")
        .contains("--tokens must be at least 1, got 0")
        .contains("--minutes must be above 0, got -1.0")
        .contains("--threads must be in 1..")
        .contains("tiny.txt' is there and is not a folder");
    assertThat(names(folder)).containsExactly("tiny.txt");
  }

  private int run(String... args) {
    return TrainDemo.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private double lossOf(String name) {
    String report =
        out.toString().substring(out.toString().indexOf("wrote " + folder.resolve(name)));
    return new Scanner(report.substring(report.indexOf("loss ") + "loss ".length()))
        .useLocale(Locale.ROOT)
        .nextDouble();
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
