package dev.burnline.serve.weights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SHA-256 of a folder's files, and what {@code SHA256SUMS} says of them. */
final class WeightsDigest {

  static final String MANIFEST = "SHA256SUMS";

  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *]([\\w.-]+)");
  private static final int BUFFER_BYTES = 1 << 20;

  private final Path folder;
  private final List<String> files;

  /** Of these weight files, sorted by name. */
  WeightsDigest(Path folder, List<String> files) {
    this.folder = folder;
    this.files = files;
  }

  String check() throws IOException {
    Map<String, String> expected = manifest();
    Map<String, String> sums = new TreeMap<>();
    for (String file : files) {
      sums.put(file, sum(folder.resolve(file)));
    }
    for (Map.Entry<String, String> entry : expected.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      if (!Files.exists(file)) {
        throw wrong("lists " + entry.getKey() + ", which is not there");
      }
      String sum = sums.containsKey(entry.getKey()) ? sums.get(entry.getKey()) : sum(file);
      if (!sum.equals(entry.getValue())) {
        throw wrong(
            "SHA-256 of %s must be %s, got %s".formatted(entry.getKey(), entry.getValue(), sum));
      }
    }
    if (files.size() == 1) {
      return sums.values().iterator().next();
    }
    MessageDigest digest = sha256();
    sums.forEach((file, sum) -> digest.update((sum + "  " + file + "\n").getBytes(UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private Map<String, String> manifest() throws IOException {
    Map<String, String> sums = new TreeMap<>();
    Path manifest = folder.resolve(MANIFEST);
    if (!Files.exists(manifest)) {
      return sums;
    }
    int number = 0;
    for (String line : Files.readAllLines(manifest)) {
      number++;
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        sums.put(matcher.group(2), matcher.group(1).toLowerCase(Locale.ROOT));
      } else if (!line.isBlank()) {
        throw wrong("line " + number + " must be a SHA-256 and a file name, got '" + line + "'");
      }
    }
    for (String file : files) {
      if (!sums.containsKey(file)) {
        throw wrong("does not list " + file);
      }
    }
    return sums;
  }

  private static String sum(Path file) throws IOException {
    MessageDigest digest = sha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    try (FileChannel in = FileChannel.open(file, READ)) {
      while (in.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.clear();
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private WeightsException wrong(String problem) {
    return new WeightsException(folder.resolve(MANIFEST) + ": " + problem, null);
  }
}
