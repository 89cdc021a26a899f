package dev.burnline.serve.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.burnline.serve.demo.train.NetworkShape;
import dev.burnline.serve.demo.train.Tensor;
import dev.burnline.serve.weights.NamedTensor;
import dev.burnline.serve.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The folder of a demo model; it is there as a whole or as it was before. */
final class DemoFolder {

  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "model.safetensors";
  private static final String SUMS = "SHA256SUMS";

  /** All that a demo model's folder holds. */
  private static final Set<String> FILES =
      Set.of(
          CONFIG,
          "generation_config.json",
          "tokenizer.json",
          "tokenizer_config.json",
          WEIGHTS,
          SUMS,
          "README.md");

  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private final Path folder;

  DemoFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Refuses to replace anything but an empty folder or another demo model.
   *
   * @throws IllegalArgumentException with what stands in the way
   */
  void check() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("'" + folder + "' is there and is not a folder");
    }
    Set<String> names = names(folder);
    if (names.isEmpty()) {
      return;
    }
    Set<String> foreign = new TreeSet<>(names);
    foreign.removeAll(FILES);
    if (!foreign.isEmpty() || !isMarked()) {
      throw new IllegalArgumentException(
          "'"
              + folder
              + "' is not a demo model and is left as it is; it holds "
              + String.join(", ", foreign.isEmpty() ? names : foreign));
    }
  }

  /**
   * Writes the model beside the folder and puts it in its place.
   *
   * @param weights by their Hugging Face names, in the order to write them; stored as bfloat16
   * @param card the README
   * @return the bytes of all files together
   */
  long write(NetworkShape shape, Map<String, Tensor> weights, String card) throws IOException {
    Path parent = folder.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("'" + folder + "' cannot be a model's folder");
    }
    Files.createDirectories(parent);
    Path fresh = Files.createTempDirectory(parent, "." + folder.getFileName() + "-");
    try {
      writeJson(fresh, CONFIG, ConfigFiles.config(shape));
      writeJson(fresh, "generation_config.json", ConfigFiles.generation());
      writeJson(fresh, "tokenizer.json", TokenizerFiles.tokenizer());
      writeJson(fresh, "tokenizer_config.json", TokenizerFiles.config());
      List<NamedTensor> tensors =
          weights.entrySet().stream()
              .map(
                  each ->
                      NamedTensor.bfloat16(
                          each.getKey(),
                          LongStream.of(each.getValue().shape()).boxed().toList(),
                          each.getValue().values()))
              .toList();
      SafetensorsWriter.write(fresh, tensors, Long.MAX_VALUE);
      Files.writeString(fresh.resolve("README.md"), card);
      Files.writeString(fresh.resolve(SUMS), sums(fresh));
      replaceBy(fresh);
    } finally {
      delete(fresh);
    }
    long bytes = 0;
    for (String name : names(folder)) {
      bytes += Files.size(folder.resolve(name));
    }
    return bytes;
  }

  private void replaceBy(Path fresh) throws IOException {
    // A temporary folder is its owner's alone; a model is to be read like any other file.
    Path old = fresh.resolveSibling(fresh.getFileName() + ".old");
    Path made = Files.createDirectory(fresh.resolveSibling(fresh.getFileName() + ".new"));
    for (String name : names(fresh)) {
      Files.move(fresh.resolve(name), made.resolve(name));
    }
    if (Files.exists(folder)) {
      Files.move(folder, old);
    }
    Files.move(made, folder);
    delete(old);
  }

  private boolean isMarked() throws IOException {
    Path config = folder.resolve(CONFIG);
    try {
      return Files.exists(config)
          && new ObjectMapper().readTree(config.toFile()).path(ConfigFiles.MARK).asBoolean();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static void writeJson(Path folder, String name, Object value) throws IOException {
    Files.writeString(folder.resolve(name), JSON.writeValueAsString(value) + "\n");
  }

  private static String sums(Path folder) throws IOException {
    StringBuilder sums = new StringBuilder();
    for (String name : names(folder)) {
      try {
        byte[] sum =
            MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve(name)));
        sums.append(HexFormat.of().formatHex(sum)).append("  ").append(name).append('\n');
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
    return sums.toString();
  }

  private static Set<String> names(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    }
    return names;
  }

  /** Deletes a folder of files; does nothing when it is not there. */
  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (String name : names(folder)) {
        Files.delete(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }
}
