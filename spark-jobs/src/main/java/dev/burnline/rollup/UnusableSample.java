package dev.burnline.rollup;

import dev.burnline.scan.Unusable;
import java.io.Serializable;

/**
 * Where an unusable line stands.
 *
 * @param offset of its first byte in the segment's uncompressed content
 */
public record UnusableSample(long offset, Unusable reason) implements Serializable {}
