/**
 * From the bytes of a split to the fields that are needed.
 *
 * <p>In: a range of uncompressed log bytes. Out: one {@link dev.burnline.scan.RequestLine} or event
 * at a time, and every unusable line with its reason. Plain Java, no Spark.
 */
@NullMarked
package dev.burnline.scan;

import org.jspecify.annotations.NullMarked;
