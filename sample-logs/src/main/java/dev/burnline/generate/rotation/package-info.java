/**
 * Rotated log files on disk.
 *
 * <p>In: lines. Out: {@code app.log}, {@code app.log.1} … in one folder. Entry: {@link
 * dev.burnline.generate.rotation.RotatedLog}.
 */
@NullMarked
package dev.burnline.generate.rotation;

import org.jspecify.annotations.NullMarked;
