package dev.burnline.serve.weights;

import static java.nio.file.StandardOpenOption.READ;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The weights of one model, checked when opened. */
public final class WeightsFolder {

  static final String SINGLE = "model.safetensors";
  static final String INDEX = "model.safetensors.index.json";

  private static final Pattern SHARD_NAME = Pattern.compile("[\\w.-]+\\.safetensors");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final List<String> files;
  private final Map<String, StoredTensor> tensors;

  private WeightsFolder(Path folder, List<String> files, Map<String, StoredTensor> tensors) {
    this.folder = folder;
    this.files = files;
    this.tensors = tensors;
  }

  /**
   * Reads the headers of a folder's files.
   *
   * @throws WeightsException when a file is damaged, or named by the index but not there
   */
  public static WeightsFolder open(Path folder) throws IOException {
    Path single = folder.resolve(SINGLE);
    if (Files.exists(single)) {
      return new WeightsFolder(folder, List.of(SINGLE), byName(SafetensorsHeader.read(single)));
    }
    Path index = folder.resolve(INDEX);
    if (!Files.exists(index)) {
      throw new WeightsException(folder + ": holds neither " + SINGLE + " nor " + INDEX, null);
    }
    Map<String, String> fileOf = new TreeMap<>();
    weightMap(index).properties().forEach(e -> fileOf.put(e.getKey(), e.getValue().asText()));
    Map<String, StoredTensor> tensors = new TreeMap<>();
    List<String> files = List.copyOf(new TreeSet<>(fileOf.values()));
    for (String file : files) {
      Map<String, StoredTensor> shard = shard(index, file);
      fileOf.forEach(
          (name, holder) -> {
            if (holder.equals(file)) {
              if (!shard.containsKey(name)) {
                throw new WeightsException(
                    index + ": tensor '" + name + "' is not in " + file, null);
              }
              tensors.put(name, shard.get(name));
            }
          });
    }
    return new WeightsFolder(folder, files, tensors);
  }

  private static JsonNode weightMap(Path index) throws IOException {
    try {
      JsonNode map = JSON.readTree(index.toFile()).path("weight_map");
      if (!map.isObject() || map.isEmpty()) {
        throw new WeightsException(index + ": weight_map must name tensors", null);
      }
      return map;
    } catch (JsonProcessingException e) {
      throw new WeightsException(index + ": is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Map<String, StoredTensor> shard(Path index, String file) throws IOException {
    if (!SHARD_NAME.matcher(file).matches()) {
      throw new WeightsException(index + ": not a name of a shard: '" + file + "'", null);
    }
    Path path = index.resolveSibling(file);
    if (!Files.exists(path)) {
      throw new WeightsException(index + ": names " + file + ", which is not there", null);
    }
    return byName(SafetensorsHeader.read(path));
  }

  private static Map<String, StoredTensor> byName(List<StoredTensor> tensors) {
    return tensors.stream()
        .collect(
            Collectors.toMap(StoredTensor::name, Function.identity(), (a, b) -> b, TreeMap::new));
  }

  /** Returns the folder. */
  public Path path() {
    return folder;
  }

  /** Returns the tensors by name. */
  public Map<String, StoredTensor> tensors() {
    return Map.copyOf(tensors);
  }

  /** Returns the number of bytes of all tensors. */
  public long byteLength() {
    return tensors.values().stream().mapToLong(StoredTensor::byteLength).sum();
  }

  /**
   * Maps the bytes of a tensor, little endian. They are valid while the file is not shortened.
   *
   * @throws WeightsException when it is over 2 GiB
   */
  public MappedByteBuffer map(StoredTensor tensor) throws IOException {
    if (tensor.byteLength() > Integer.MAX_VALUE) {
      throw new WeightsException(
          "%s: tensor '%s': must be at most %d bytes, got %d"
              .formatted(tensor.file(), tensor.name(), Integer.MAX_VALUE, tensor.byteLength()),
          null);
    }
    try (FileChannel in = FileChannel.open(tensor.file(), READ)) {
      MappedByteBuffer bytes =
          in.map(FileChannel.MapMode.READ_ONLY, tensor.position(), tensor.byteLength());
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      return bytes;
    }
  }

  /**
   * Reads all files and returns the SHA-256 of the weights, 64 hexadecimal digits in lower case.
   *
   * <p>For one file it is that of the file. For shards it is that of the lines that {@code LC_ALL=C
   * sha256sum model-*.safetensors} prints. When the folder holds {@code SHA256SUMS}, every file
   * that it lists must have the sum it says, and it must list all the weights.
   *
   * @throws WeightsException when a sum differs
   */
  public String sha256() throws IOException {
    return new WeightsDigest(folder, files).check();
  }
}
