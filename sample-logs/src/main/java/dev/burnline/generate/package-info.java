/**
 * The log generator: {@code burnline generate}.
 *
 * <p>In: options and a schedule of incidents. Out: rotated request logs as the contract describes
 * them, and a file that tells exactly what they contain. Entry: {@link
 * dev.burnline.generate.Generate}. Equal options give equal bytes.
 */
@NullMarked
package dev.burnline.generate;

import org.jspecify.annotations.NullMarked;
