package dev.burnline.serve.weights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes weights into a model's folder: {@code model.safetensors}, or {@code
 * model-00001-of-00002.safetensors} and so on with {@code model.safetensors.index.json}. Each file
 * appears under its name only when it is whole.
 */
public final class SafetensorsWriter {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ALIGNMENT = 64;

  private SafetensorsWriter() {}

  /**
   * Writes the tensors in their order.
   *
   * @param maxShardBytes a further shard begins where this would be exceeded; a larger tensor is a
   *     shard of its own
   * @return the files written, without the index
   * @throws IllegalArgumentException when there is no tensor, or two have the same name
   */
  public static List<Path> write(Path folder, List<NamedTensor> tensors, long maxShardBytes)
      throws IOException {
    Set<String> names = new HashSet<>();
    for (NamedTensor tensor : tensors) {
      if (!names.add(tensor.name())) {
        throw new IllegalArgumentException("tensor '" + tensor.name() + "' is there twice");
      }
    }
    List<List<NamedTensor>> shards = shards(tensors, maxShardBytes);
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    ObjectNode index = JSON.createObjectNode();
    ObjectNode weightMap = JSON.createObjectNode();
    long total = 0;
    for (List<NamedTensor> shard : shards) {
      String name = name(files.size() + 1, shards.size());
      Path partial = folder.resolve(name + ".partial");
      writeFile(partial, shard);
      files.add(Files.move(partial, folder.resolve(name), ATOMIC_MOVE, REPLACE_EXISTING));
      for (NamedTensor tensor : shard) {
        weightMap.put(tensor.name(), name);
        total += tensor.byteLength();
      }
    }
    if (shards.size() > 1) {
      index.putObject("metadata").put("total_size", total);
      index.set("weight_map", weightMap);
      Files.writeString(
          folder.resolve(WeightsFolder.INDEX),
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(index) + "\n");
    }
    return files;
  }

  private static String name(int number, int count) {
    return count == 1
        ? WeightsFolder.SINGLE
        : String.format(Locale.ROOT, "model-%05d-of-%05d.safetensors", number, count);
  }

  private static List<List<NamedTensor>> shards(List<NamedTensor> tensors, long maxShardBytes) {
    if (tensors.isEmpty()) {
      throw new IllegalArgumentException("tensors must not be empty");
    }
    List<List<NamedTensor>> shards = new ArrayList<>();
    long filled = Long.MAX_VALUE;
    for (NamedTensor tensor : tensors) {
      long bytes = tensor.byteLength();
      if (filled > maxShardBytes - bytes) {
        shards.add(new ArrayList<>());
        filled = 0;
      }
      shards.get(shards.size() - 1).add(tensor);
      filled += bytes;
    }
    return shards;
  }

  private static void writeFile(Path file, List<NamedTensor> tensors) throws IOException {
    ObjectNode header = JSON.createObjectNode();
    header.putObject("__metadata__").put("format", "pt");
    long offset = 0;
    for (NamedTensor tensor : tensors) {
      ObjectNode entry = header.putObject(tensor.name());
      entry.put("dtype", tensor.type().name());
      tensor.shape().forEach(entry.putArray("shape")::add);
      entry.putArray("data_offsets").add(offset).add(offset + tensor.byteLength());
      offset += tensor.byteLength();
    }
    byte[] json = JSON.writeValueAsString(header).getBytes(UTF_8);
    // Spaces after the header, so that the first tensor begins at an aligned position.
    int padded = (8 + json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - 8;
    ByteBuffer head = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    head.putLong(padded).put(json);
    while (head.hasRemaining()) {
      head.put((byte) ' ');
    }
    try (FileChannel out = FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING)) {
      writeFully(out, head.flip());
      for (NamedTensor tensor : tensors) {
        ByteBuffer bytes = tensor.bytes().get();
        if (bytes.remaining() != tensor.byteLength()) {
          throw new IllegalArgumentException(
              "tensor '%s': %d bytes do not fill shape %s of %s"
                  .formatted(tensor.name(), bytes.remaining(), tensor.shape(), tensor.type()));
        }
        writeFully(out, bytes);
      }
      out.force(true);
    }
  }

  private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
