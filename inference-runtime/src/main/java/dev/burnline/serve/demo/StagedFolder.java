package dev.burnline.serve.demo;

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

/**
 * A model's folder in the making, beside the place where it will be; deleted if it never gets
 * there.
 */
final class StagedFolder implements AutoCloseable {

  static final String CONFIG = "config.json";
  static final String README = "README.md";

  /** All that a demo model's folder holds. */
  static final Set<String> FILES =
      Set.of(
          CONFIG,
          "generation_config.json",
          "tokenizer.json",
          "tokenizer_config.json",
          "model.safetensors",
          "SHA256SUMS",
          README);

  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private final Path target;
  private final Path staged;

  private StagedFolder(Path target, Path staged) {
    this.target = target;
    this.staged = staged;
  }

  /**
   * Writes a model that can be loaded, without its README and sums.
   *
   * @param target where it will be
   * @param weights by their Hugging Face names, in the order to write them; stored as bfloat16
   */
  static StagedFolder write(Path target, NetworkShape shape, Map<String, Tensor> weights)
      throws IOException {
    Path parent = target.getParent();
    Path name = target.getFileName();
    if (parent == null || name == null) {
      throw new IllegalArgumentException("'" + target + "' cannot be a model's folder");
    }
    Files.createDirectories(parent);
    // Not a temporary folder of the JDK's, which is its owner's alone.
    Path staged = parent.resolve("." + name + "." + ProcessHandle.current().pid());
    delete(staged);
    StagedFolder folder = new StagedFolder(target, Files.createDirectory(staged));
    try {
      folder.write(CONFIG, ConfigFiles.config(shape));
      folder.write("generation_config.json", ConfigFiles.generation());
      folder.write("tokenizer.json", TokenizerFiles.tokenizer());
      folder.write("tokenizer_config.json", TokenizerFiles.config());
      SafetensorsWriter.write(staged, tensors(weights), Long.MAX_VALUE);
      return folder;
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** Returns where the model is now. */
  Path path() {
    return staged;
  }

  /**
   * Adds the README and the sums and puts the folder in its place.
   *
   * @return the bytes of all files together
   */
  long publish(String readme) throws IOException {
    Files.writeString(staged.resolve(README), readme);
    Files.writeString(staged.resolve("SHA256SUMS"), sums());
    long bytes = 0;
    for (String name : names(staged)) {
      bytes += Files.size(staged.resolve(name));
    }
    Path old = staged.resolveSibling(staged.getFileName() + ".old");
    if (Files.exists(target)) {
      Files.move(target, old);
    }
    Files.move(staged, target);
    delete(old);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    delete(staged);
  }

  /** Returns the names of a folder's files. */
  static Set<String> names(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    }
    return names;
  }

  private void write(String name, Object value) throws IOException {
    Files.writeString(staged.resolve(name), JSON.writeValueAsString(value) + "\n");
  }

  private static List<NamedTensor> tensors(Map<String, Tensor> weights) {
    return weights.entrySet().stream()
        .map(
            each ->
                NamedTensor.bfloat16(
                    each.getKey(),
                    LongStream.of(each.getValue().shape()).boxed().toList(),
                    each.getValue().values()))
        .toList();
  }

  private String sums() throws IOException {
    StringBuilder sums = new StringBuilder();
    for (String name : names(staged)) {
      byte[] bytes = Files.readAllBytes(staged.resolve(name));
      try {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
        sums.append(HexFormat.of().formatHex(sum)).append("  ").append(name).append('\n');
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
    return sums.toString();
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
