/**
 * What the logs really contain, counted while they are written.
 *
 * <p>In: every line on its way to a file. Out: {@code truth.json}. Entry: {@link
 * dev.burnline.generate.truth.TruthFile}.
 */
@NullMarked
package dev.burnline.generate.truth;

import org.jspecify.annotations.NullMarked;
