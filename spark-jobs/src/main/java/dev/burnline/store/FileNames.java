package dev.burnline.store;

import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of rollup files. A name says what the file is a function of, so equal names hold equal
 * rows.
 */
final class FileNames {

  static final String SUFFIX = ".rollup.avro";
  static final String COMPACTED_PREFIX = "compacted-";

  private static final int DIGITS = 16;
  private static final Pattern STRETCH =
      Pattern.compile("(?<segment>[0-9a-f]+)-\\d+-(?<end>\\d+)-.*");

  private FileNames() {}

  /** Segment, stretch and what is counted. */
  static String ofStretch(Extent extent) {
    return "%s-%015d-%015d-%s%s"
        .formatted(
            extent.segmentId(),
            extent.start(),
            extent.end(),
            digest(parts(extent.counted())).substring(0, DIGITS / 2),
            SUFFIX);
  }

  private static List<String> parts(CountedKeys counted) {
    List<String> parts = new ArrayList<>(counted.counters());
    counted.measures().forEach(key -> parts.add("bad events: " + key));
    counted.groups().forEach(key -> parts.add("groups: " + key));
    return parts;
  }

  /** All the stretches and what is counted. */
  static String ofCompacted(List<Extent> extents) {
    return COMPACTED_PREFIX
        + digest(extents.stream().map(FileNames::ofStretch).sorted().toList())
        + SUFFIX;
  }

  /**
   * Whether the store covers the stretch that this file, by its name, held. What a compacted file
   * held, its name does not tell.
   */
  static boolean isCovered(String name, StoreContent content) {
    Matcher stretch = STRETCH.matcher(name);
    return stretch.matches()
        && content.coveredEnd(stretch.group("segment")) >= Long.parseLong(stretch.group("end"));
  }

  /** Returns the segment that this file, by its name, holds; empty for a compacted one. */
  static Optional<String> segmentId(String name) {
    Matcher stretch = STRETCH.matcher(name);
    return stretch.matches() ? Optional.of(stretch.group("segment")) : Optional.empty();
  }

  private static String digest(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
