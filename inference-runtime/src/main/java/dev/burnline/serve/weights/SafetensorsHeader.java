package dev.burnline.serve.weights;

import static java.nio.file.StandardOpenOption.READ;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a safetensors file says of its tensors, and believes none of it: the tensors must fill
 * the rest of the file exactly, each with the bytes that its shape needs.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
final class SafetensorsHeader {

  /** As in the reference implementation. */
  private static final long MAX_HEADER_BYTES = 100_000_000;

  private static final int LENGTH_BYTES = 8;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path file;
  private final long dataStart;
  private final long dataBytes;

  private SafetensorsHeader(Path file, long dataStart, long dataBytes) {
    this.file = file;
    this.dataStart = dataStart;
    this.dataBytes = dataBytes;
  }

  /**
   * Returns the tensors in the order of their position.
   *
   * @throws WeightsException when the file is not what the format demands
   */
  static List<StoredTensor> read(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file, READ)) {
      long size = in.size();
      if (size < LENGTH_BYTES) {
        throw damaged(file, "has " + size + " bytes, too few for a safetensors file", null);
      }
      long length =
          ByteBuffer.wrap(readFully(in, 0, LENGTH_BYTES)).order(ByteOrder.LITTLE_ENDIAN).getLong();
      if (length < 2 || length > Math.min(MAX_HEADER_BYTES, size - LENGTH_BYTES)) {
        throw damaged(
            file,
            "header length must be in 2..%d, got %s"
                .formatted(
                    Math.min(MAX_HEADER_BYTES, size - LENGTH_BYTES), Long.toUnsignedString(length)),
            null);
      }
      JsonNode header = parse(file, readFully(in, LENGTH_BYTES, (int) length));
      long dataStart = LENGTH_BYTES + length;
      return new SafetensorsHeader(file, dataStart, size - dataStart).tensors(header);
    }
  }

  private static JsonNode parse(Path file, byte[] bytes) throws IOException {
    try {
      JsonNode header = JSON.readTree(bytes);
      if (!header.isObject()) {
        throw damaged(file, "header must be a JSON object, got " + header.getNodeType(), null);
      }
      return header;
    } catch (JsonProcessingException e) {
      throw damaged(file, "header is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private List<StoredTensor> tensors(JsonNode header) {
    List<StoredTensor> tensors = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (!entry.getKey().equals("__metadata__")) {
        tensors.add(tensor(entry.getKey(), entry.getValue()));
      }
    }
    tensors.sort(
        Comparator.comparingLong(StoredTensor::position)
            .thenComparingLong(StoredTensor::byteLength));
    long end = dataStart;
    for (StoredTensor tensor : tensors) {
      if (tensor.position() != end) {
        throw damaged(
            tensor.name(),
            "%s the tensor before it: begins at %d, expected %d"
                .formatted(
                    tensor.position() < end ? "overlaps" : "leaves a hole after",
                    tensor.position() - dataStart,
                    end - dataStart));
      }
      end = tensor.position() + tensor.byteLength();
    }
    if (end != dataStart + dataBytes) {
      throw damaged(
          file,
          "tensors end at %d of %d bytes of data".formatted(end - dataStart, dataBytes),
          null);
    }
    return tensors;
  }

  private StoredTensor tensor(String name, JsonNode entry) {
    TensorType type = type(name, entry.path("dtype"));
    List<Long> shape = new ArrayList<>();
    if (!entry.path("shape").isArray()) {
      throw damaged(name, "shape must be a list, got " + entry.path("shape"));
    }
    long bytes = type.bytes();
    for (JsonNode length : entry.path("shape")) {
      if (!length.isIntegralNumber() || !length.canConvertToLong() || length.longValue() < 1) {
        throw damaged(name, "shape must be positive, got " + entry.path("shape"));
      }
      shape.add(length.longValue());
      // The size of the file is a bound that keeps the product in range.
      bytes =
          length.longValue() > dataBytes ? Long.MAX_VALUE : saturated(bytes, length.longValue());
    }
    JsonNode offsets = entry.path("data_offsets");
    if (!offsets.isArray()
        || offsets.size() != 2
        || !offsets.get(0).isIntegralNumber()
        || !offsets.get(1).isIntegralNumber()
        || !offsets.get(0).canConvertToLong()
        || !offsets.get(1).canConvertToLong()) {
      throw damaged(name, "data_offsets must be two integers, got " + offsets);
    }
    long begin = offsets.get(0).longValue();
    long end = offsets.get(1).longValue();
    if (begin < 0 || begin > end || end > dataBytes) {
      throw damaged(name, "data_offsets must be in 0..%d, got %s".formatted(dataBytes, offsets));
    }
    if (end - begin != bytes) {
      throw damaged(
          name,
          "data_offsets %s hold %d bytes, but shape %s of %s does not fit that"
              .formatted(offsets, end - begin, shape, type));
    }
    return new StoredTensor(name, type, shape, file, dataStart + begin, bytes);
  }

  private TensorType type(String name, JsonNode dtype) {
    for (TensorType type : TensorType.values()) {
      if (type.name().equals(dtype.asText())) {
        return type;
      }
    }
    throw damaged(name, "dtype must be BF16, F16 or F32, got " + dtype);
  }

  private static long saturated(long a, long b) {
    return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
  }

  private static byte[] readFully(FileChannel in, long position, int length) throws IOException {
    byte[] bytes = new byte[length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (in.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("file ended while it was read");
      }
    }
    return bytes;
  }

  private WeightsException damaged(String tensor, String problem) {
    return damaged(file, "tensor '" + tensor + "': " + problem, null);
  }

  private static WeightsException damaged(Path file, String problem, @Nullable Exception cause) {
    return new WeightsException(file + ": " + problem, cause);
  }
}
